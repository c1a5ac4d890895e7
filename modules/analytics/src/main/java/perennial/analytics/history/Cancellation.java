package perennial.analytics.history;

import java.time.Instant;

/** Goods given back or cancelled; quantity and amount are positive, the amount in minor units. */
public record Cancellation(String order, Instant at, String sku, int quantity, long amountMinor) {}
