import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/**
 * Asks an ISO Schematron (query binding xslt2) about XML files, by SchXslt on Saxon. One line of JSON for each file;
 * exit 0 all keep the rules, 1 some do not, 2 wrong use.
 */
public final class AskSchematron {
  private static final String PIPELINE = "/xslt/2.0/pipeline-for-svrl.xsl";
  private final Processor processor = new Processor(false);
  private final XsltExecutable rules;

  private AskSchematron(File schematron) throws SaxonApiException {
    XsltExecutable compile = processor.newXsltCompiler().compile(pipeline());
    rules = processor.newXsltCompiler().compile(transform(compile, schematron).asSource());
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3 || !arguments[0].equals("--schematron")) {
      System.err.println("usage: --schematron RULES.sch FILE...");
      System.exit(2);
    }
    var judge = new AskSchematron(new File(arguments[1]));
    boolean allPassed = true;
    for (String file : List.of(arguments).subList(2, arguments.length)) {
      Map<String, Object> answer = judge.judge(file);
      System.out.println(Json.of(answer));
      allPassed &= Boolean.TRUE.equals(answer.get("passed"));
    }
    System.out.flush();
    System.exit(allPassed ? 0 : 1);
  }

  private Map<String, Object> judge(String file) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("file", file);
    answer.put("passed", false);
    try {
      XdmNode report = transform(rules, new File(file));
      List<String> failures = said(report, "//svrl:failed-assert | //svrl:successful-report");
      answer.put("fired", said(report, "//svrl:fired-rule/@context").size());
      answer.put("failures", failures);
      answer.put("passed", failures.isEmpty());
    } catch (SaxonApiException cannotRead) {
      answer.put("refused", cannotRead.toString());
    }
    return answer;
  }

  private List<String> said(XdmNode report, String path) throws SaxonApiException {
    XPathCompiler paths = processor.newXPathCompiler();
    paths.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
    var found = new ArrayList<String>();
    for (XdmItem item : paths.evaluate(path, report)) {
      found.add(item.getStringValue().strip().replaceAll("\\s+", " "));
    }
    return found;
  }

  private XdmNode transform(XsltExecutable stylesheet, File file) throws SaxonApiException {
    XsltTransformer transformer = stylesheet.load();
    var result = new XdmDestination();
    transformer.setSource(new StreamSource(file));
    transformer.setDestination(result);
    transformer.transform();
    return result.getXdmNode();
  }

  private static StreamSource pipeline() {
    return new StreamSource(AskSchematron.class.getResource(PIPELINE).toString());
  }
}
