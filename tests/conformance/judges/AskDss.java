import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.FileInputStream;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks EU DSS about signed files (PAdES, CAdES, ASiC with CAdES, evidence records), offline: nothing is fetched.
 * One line of JSON for each file; exit 0 all passed, 1 some did not, 2 wrong use.
 */
public final class AskDss {
  private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
  private final List<DSSDocument> crls = new ArrayList<>();
  private final List<DSSDocument> ocspAnswers = new ArrayList<>();
  private final List<DSSDocument> detached = new ArrayList<>();
  private final Map<String, DSSDocument> contents = new HashMap<>();
  private final List<String> files = new ArrayList<>();
  private Date at;

  public static void main(String[] arguments) throws Exception {
    AskDss asked = new AskDss();
    try {
      asked.read(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println("usage: [--trust PEM]... [--crl F]... [--ocsp F]... [--detached F]... [--time INSTANT] [[--content F] FILE]...");
      System.exit(2);
    }
    boolean allPassed = true;
    for (String file : asked.files) {
      Map<String, Object> answer = asked.judge(file);
      System.out.println(Json.of(answer));
      allPassed &= Boolean.TRUE.equals(answer.get("passed"));
    }
    System.exit(allPassed ? 0 : 1);
  }

  private void read(List<String> arguments) throws Exception {
    DSSDocument content = null;
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (!word.startsWith("--")) {
        files.add(word);
        if (content != null) contents.put(word, content);
        content = null;
        continue;
      }
      if (!rest.hasNext()) throw new IllegalArgumentException("a value is missing after " + word);
      String value = rest.next();
      switch (word) {
        case "--trust" -> trust(value);
        case "--crl" -> crls.add(new FileDocument(value));
        case "--ocsp" -> ocspAnswers.add(new FileDocument(value));
        case "--detached" -> detached.add(new FileDocument(value));
        case "--content" -> content = new FileDocument(value);
        case "--time" -> at = Date.from(Instant.parse(value));
        default -> throw new IllegalArgumentException("no such option: " + word);
      }
    }
    if (files.isEmpty()) throw new IllegalArgumentException("no file was named");
  }

  private void trust(String path) throws Exception {
    try (var in = new FileInputStream(path)) {
      for (var root : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.addCertificate(DSSUtils.loadCertificate(root.getEncoded()));
      }
    }
  }

  private Map<String, Object> judge(String file) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("file", file);
    answer.put("passed", false);
    try {
      describe(validator(file).validateDocument(), answer);
    } catch (RuntimeException cannotRead) {
      answer.put("refused", cannotRead.toString());
    }
    return answer;
  }

  private SignedDocumentValidator validator(String file) {
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    if (!crls.isEmpty()) verifier.setCrlSource(new ExternalResourcesCRLSource(crls.toArray(DSSDocument[]::new)));
    if (!ocspAnswers.isEmpty()) {
      verifier.setOcspSource(new ExternalResourcesOCSPSource(ocspAnswers.toArray(DSSDocument[]::new)));
    }
    var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
    validator.setCertificateVerifier(verifier);
    if (contents.containsKey(file)) validator.setDetachedContents(List.of(contents.get(file)));
    else if (!detached.isEmpty()) validator.setDetachedContents(detached);
    if (at != null) validator.setValidationTime(at);
    return validator;
  }

  private static void describe(Reports reports, Map<String, Object> answer) {
    SimpleReport report = reports.getSimpleReport();
    DiagnosticData data = reports.getDiagnosticData();
    var signatures = new ArrayList<Map<String, Object>>();
    for (String id : report.getSignatureIdList()) signatures.add(signature(id, report, data));
    var records = new ArrayList<Map<String, Object>>();
    for (var record : data.getEvidenceRecords()) records.add(verdict(record.getId(), report));
    var stamps = new ArrayList<Map<String, Object>>();
    for (TimestampWrapper stamp : data.getTimestampList()) stamps.add(timestamp(stamp, reports));
    answer.put("container", data.getContainerType());
    answer.put("signatures", signatures);
    answer.put("timestamps", stamps);
    answer.put("evidenceRecords", records);
    answer.put("passed", !(signatures.isEmpty() && records.isEmpty())
        && signatures.stream().allMatch(one -> one.get("indication") == Indication.TOTAL_PASSED)
        && records.stream().allMatch(one -> one.get("indication") == Indication.PASSED));
  }

  private static Map<String, Object> signature(String id, SimpleReport report, DiagnosticData data) {
    var seen = verdict(id, report);
    var wrapper = data.getSignatureById(id);
    seen.put("format", report.getSignatureFormat(id));
    seen.put("signedBy", report.getSignedBy(id));
    seen.put("bestTime", instant(report.getBestSignatureTime(id)));
    seen.put("algorithm", wrapper.getEncryptionAlgorithm() + " " + wrapper.getDigestAlgorithm());
    seen.put("scopes", wrapper.getSignatureScopes().stream().map(one -> one.getScope() + " " + one.getName()).toList());
    if (wrapper.getPDFRevision() != null) {
      seen.put("pdfModified", wrapper.arePdfModificationsDetected());
      seen.put("undefinedChanges", wrapper.getPdfUndefinedChanges().size());
    }
    return seen;
  }

  private static Map<String, Object> timestamp(TimestampWrapper stamp, Reports reports) {
    var seen = new LinkedHashMap<String, Object>();
    seen.put("type", stamp.getType());
    seen.put("time", instant(stamp.getProductionTime()));
    seen.put("indication", reports.getDetailedReport().getBasicTimestampValidationIndication(stamp.getId()));
    seen.put("subIndication", reports.getDetailedReport().getBasicTimestampValidationSubIndication(stamp.getId()));
    return seen;
  }

  private static Map<String, Object> verdict(String id, SimpleReport report) {
    var seen = new LinkedHashMap<String, Object>();
    seen.put("indication", report.getIndication(id));
    seen.put("subIndication", report.getSubIndication(id));
    seen.put("errors", words(report.getAdESValidationErrors(id)));
    seen.put("warnings", words(report.getAdESValidationWarnings(id)));
    return seen;
  }

  private static List<String> words(List<Message> messages) {
    return messages.stream().map(Message::getValue).toList();
  }

  private static String instant(Date date) {
    return date == null ? null : date.toInstant().toString();
  }
}
