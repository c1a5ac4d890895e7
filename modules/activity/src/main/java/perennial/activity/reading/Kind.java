package perennial.activity.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The five kinds of file that a shop can send, and the fields that each is made of. */
public enum Kind {
    CUSTOMERS,
    CATALOGUE,
    ORDERS,
    EVENTS,
    COSTS;

    private static final List<String> CHANNELS = List.of("email", "sms", "push", "post");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\.[a-z0-9_]{1,50}");
    private static final Pattern CONSENT = Pattern.compile("consent\\.(email|sms|push|post)(\\.at)?");

    /** The word in a mapping file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The fields that a mapping of this kind can't do without. */
    List<String> needed() {
        return switch (this) {
            case CUSTOMERS -> List.of("customer_id");
            case CATALOGUE -> List.of("sku");
            case ORDERS -> List.of("order_id", "customer_id", "at", "sku", "quantity", "unit_price");
            case EVENTS -> List.of("customer_id", "at", "kind");
            case COSTS -> List.of("from", "to", "kind", "amount");
        };
    }

    private List<String> optional() {
        return switch (this) {
            case CUSTOMERS -> List.of("registered_at");
            case CATALOGUE -> List.of("name", "category", "list_price", "cost", "stock", "currency");
            case ORDERS ->
                List.of(
                        "line_id",
                        "kind",
                        "product_name",
                        "currency",
                        "channel",
                        "coupon",
                        "payment_country",
                        "shipping_country");
            case EVENTS -> List.of("event_id", "sku", "query", "quantity", "topic", "rating");
            case COSTS -> List.of("channel", "currency");
        };
    }

    boolean has(String field) {
        return needed().contains(field)
                || optional().contains(field)
                || (tellsOfCustomers() && ATTRIBUTE.matcher(field).matches())
                || (this == CUSTOMERS && CONSENT.matcher(field).matches());
    }

    private boolean tellsOfCustomers() {
        return this == CUSTOMERS || this == ORDERS || this == EVENTS;
    }

    /** The words that a field may hold; empty if it is free. */
    List<String> vocabulary(String field) {
        if (field.startsWith("consent.") && !field.endsWith(".at")) {
            return List.of("yes", "no");
        }
        if (!field.equals("kind")) {
            return List.of();
        }
        return switch (this) {
            case ORDERS -> List.of("purchase", "return");
            case EVENTS -> List.of("visit", "search", "view", "cart", "service_case");
            case COSTS -> List.of("acquisition", "retention", "marketing");
            case CUSTOMERS, CATALOGUE -> List.of();
        };
    }

    /** The fields that a form offers: those with a name of their own, and the most common of those that shops name. */
    List<String> offered() {
        List<String> fields = new ArrayList<>(needed());
        fields.addAll(optional());
        if (this == CUSTOMERS) {
            CHANNELS.forEach(channel -> fields.addAll(List.of("consent." + channel, "consent." + channel + ".at")));
            fields.addAll(List.of("attribute.country", "attribute.city", "attribute.birth_year", "attribute.sex"));
        }
        if (this == ORDERS) {
            fields.add("attribute.country");
        }
        return fields;
    }

    /** The fields that have a name of their own, and examples of those that the shop names. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(needed());
        fields.addAll(optional());
        if (tellsOfCustomers()) {
            fields.add("attribute.city");
        }
        if (this == CUSTOMERS) {
            fields.addAll(List.of("consent.email", "consent.email.at"));
        }
        return fields;
    }
}
