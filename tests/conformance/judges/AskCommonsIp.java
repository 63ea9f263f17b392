import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import org.slf4j.LoggerFactory;

/**
 * Asks commons-ip about E-ARK packages, folders or zips, by the profiles of one version. One line of JSON for each
 * package with every requirement that failed; exit 0 all passed, 1 some did not, 2 wrong use.
 */
public final class AskCommonsIp {
  public static void main(String[] arguments) {
    if (arguments.length < 3 || !arguments[0].equals("--version")) {
      System.err.println("usage: --version 2.0.4|2.1.0|2.2.0 PACKAGE...");
      System.exit(2);
    }
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    // The validator writes what it does to stdout; there only answers may stand.
    PrintStream answers = System.out;
    System.setOut(System.err);
    boolean allPassed = true;
    for (String path : List.of(arguments).subList(2, arguments.length)) {
      Map<String, Object> answer = judge(path, arguments[1]);
      answers.println(Json.of(answer));
      allPassed &= Boolean.TRUE.equals(answer.get("passed"));
    }
    answers.flush();
    System.exit(allPassed ? 0 : 1);
  }

  private static Map<String, Object> judge(String path, String version) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("file", path);
    answer.put("passed", false);
    try {
      var report = new ByteArrayOutputStream();
      var reporter = new ValidationReportOutputJson(Path.of(path), report);
      boolean valid = new EARKSIPValidator(reporter, version).validate(version);
      var findings = failed(new ObjectMapper().readTree(report.toString(StandardCharsets.UTF_8)));
      answer.put("valid", valid);
      answer.put("findings", findings);
      answer.put("passed", valid && findings.isEmpty());
    } catch (Exception | LinkageError | StackOverflowError cannotRead) {
      answer.put("refused", cannotRead.toString());
    }
    return answer;
  }

  private static List<Map<String, Object>> failed(JsonNode report) {
    var findings = new ArrayList<Map<String, Object>>();
    for (JsonNode one : report.path("validation")) {
      if (!one.path("testing").path("outcome").asText().equals("FAILED")) continue;
      var messages = new ArrayList<String>();
      for (String kind : List.of("issues", "warnings")) {
        for (JsonNode message : one.path("testing").path(kind)) messages.add(message.asText());
      }
      var finding = new LinkedHashMap<String, Object>();
      finding.put("requirement", one.path("id").asText());
      finding.put("level", one.path("level").asText());
      finding.put("message", String.join("; ", messages));
      findings.add(finding);
    }
    return findings;
  }
}
