import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Enough JSON to print an answer on one line, so that no library has to agree with the judges' own. */
final class Json {
  private Json() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Iterable<?> list) {
      return StreamSupport.stream(list.spliterator(), false).map(Json::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value == null || value instanceof Number || value instanceof Boolean) return String.valueOf(value);
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(unit -> unit < 0x20 || unit == '"' || unit == '\\' || unit > 0x7e
            ? String.format("\\u%04x", unit)
            : String.valueOf((char) unit))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
