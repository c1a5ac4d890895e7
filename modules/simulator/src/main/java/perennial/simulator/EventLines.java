package perennial.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** Events as lines of JSON. */
final class EventLines {
    private final ShopCalendar calendar;
    private final StringBuilder lines = new StringBuilder(1 << 20);

    EventLines(ShopCalendar calendar) {
        this.calendar = calendar;
    }

    void write(String customer, List<Event> events) {
        int number = 0;
        for (Event event : events) {
            number++;
            lines.append("{\"event_id\":\"").append(customer).append("-e").append(number);
            lines.append("\",\"customer_id\":\"").append(customer);
            lines.append("\",\"at\":\"").append(calendar.instant(event.at()));
            lines.append("\",\"kind\":\"").append(event.kind().name().toLowerCase(Locale.ROOT));
            lines.append('"');
            switch (event.kind()) {
                case VISIT -> {}
                case SEARCH -> text("query", event.subject());
                case VIEW -> text("sku", event.subject());
                case CART -> {
                    text("sku", event.subject());
                    number("quantity", event.number());
                }
                case SERVICE_CASE -> {
                    text("topic", event.subject());
                    number("rating", event.number());
                }
            }
            lines.append("}\n");
        }
    }

    byte[] bytes() {
        return lines.toString().getBytes(UTF_8);
    }

    private void number(String key, int value) {
        lines.append(",\"").append(key).append("\":").append(value);
    }

    private void text(String key, String value) {
        lines.append(",\"").append(key).append("\":");
        quote(value, lines);
    }

    /** A JSON string (RFC 8259, section 7), which is a YAML one as well. */
    static void quote(String value, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ') {
                to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                to.append(c);
            }
        }
        to.append('"');
    }
}
