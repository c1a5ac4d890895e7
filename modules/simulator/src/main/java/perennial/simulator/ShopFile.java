package perennial.simulator;

/** The files of a shop with their columns. */
enum ShopFile {
    CUSTOMERS(
            "customers.csv",
            "customer_id",
            "registered_at",
            "birth_year",
            "sex",
            "city",
            "country",
            "acquisition_channel",
            "consent_email",
            "consent_email_at",
            "consent_sms",
            "consent_sms_at",
            "consent_push",
            "consent_push_at"),
    CATALOGUE("catalogue.csv", "sku", "name", "category", "list_price", "cost", "stock"),
    ORDERS(
            "orders.csv.gz",
            "order_id",
            "customer_id",
            "at",
            "kind",
            "sku",
            "quantity",
            "unit_price",
            "channel",
            "coupon",
            "payment_country",
            "shipping_country"),
    EVENTS("events.ndjson.gz"),
    COSTS("costs.csv", "from", "to", "kind", "channel", "amount"),
    CAMPAIGNS("campaigns.csv", "campaign_id", "name", "channel", "offer", "customer_id", "sent_at", "arm", "cost"),
    TRUTH(
            "truth.csv",
            "customer_id",
            "process",
            "dropout",
            "rate",
            "left_at",
            "alive_at_end",
            "expected_purchases_52w",
            "expected_spend_52w",
            "best_alive",
            "best_purchases_52w",
            "best_spend_52w",
            "future_purchases_52w",
            "future_spend_52w",
            "average_spend",
            "price_sensitivity",
            "fraud",
            "lift_reminder",
            "lift_coupon",
            "lift_win_back"),
    TRUTH_FUTURE("truth-future.csv.gz", "customer_id", "at", "amount"),
    TRUTH_CAMPAIGNS(
            "truth-campaigns.csv",
            "campaign_id",
            "weeks",
            "treated",
            "holdout",
            "expected_purchases_without",
            "expected_purchases_with"),
    PROFILE("shop.yaml");

    private final String fileName;
    private final String header;

    ShopFile(String fileName, String... columns) {
        this.fileName = fileName;
        this.header = columns.length == 0 ? "" : String.join(",", columns) + "\n";
    }

    String fileName() {
        return fileName;
    }

    boolean isGzip() {
        return fileName.endsWith(".gz");
    }

    /** The first line of the file; empty for those that have none. */
    String header() {
        return header;
    }
}
