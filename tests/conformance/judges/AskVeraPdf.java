import java.io.FileInputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF whether files keep a flavour of PDF/A or PDF/UA. One line of JSON for each file;
 * exit 0 all keep it, 1 some do not, 2 wrong use.
 */
public final class AskVeraPdf {
  private static final int FAILURES_SHOWN = 200;

  public static void main(String[] arguments) {
    if (arguments.length < 3 || !arguments[0].equals("--flavour")
        || PDFAFlavour.fromString(arguments[1]) == PDFAFlavour.NO_FLAVOUR) {
      System.err.println("usage: --flavour 1b|2a|2b|3a|4|ua1 FILE...");
      System.exit(2);
    }
    // The parser writes what it meets to stdout; there only answers may stand.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.fromString(arguments[1]);
    boolean allPassed = true;
    for (String file : List.of(arguments).subList(2, arguments.length)) {
      Map<String, Object> answer = judge(file, flavour);
      answers.println(Json.of(answer));
      allPassed &= Boolean.TRUE.equals(answer.get("passed"));
    }
    answers.flush();
    System.exit(allPassed ? 0 : 1);
  }

  private static Map<String, Object> judge(String file, PDFAFlavour flavour) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("file", file);
    answer.put("flavour", flavour.getId());
    answer.put("passed", false);
    try (var in = new FileInputStream(file); var parser = Foundries.defaultInstance().createParser(in, flavour)) {
      var validator = Foundries.defaultInstance().createValidator(flavour, FAILURES_SHOWN, false, false, false);
      ValidationResult result = validator.validate(parser);
      answer.put("passed", result.isCompliant());
      answer.put("checks", result.getTotalAssertions());
      answer.put("failures", failures(result));
    } catch (Exception | LinkageError | StackOverflowError cannotRead) {
      answer.put("refused", cannotRead.toString());
    }
    return answer;
  }

  /** Each broken rule once, with its clause and the first place. */
  private static List<String> failures(ValidationResult result) {
    var byRule = new TreeMap<String, String>();
    for (TestAssertion one : result.getTestAssertions()) {
      if (one.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
      byRule.putIfAbsent(rule, rule + " " + one.getMessage() + " at " + one.getLocation().getContext());
    }
    return new ArrayList<>(byRule.values());
  }
}
