package perennial.cli;

/** What a small simulated shop answers. */
final class Answers {
    static final String OVERVIEW = """
            {"customers": 5000, "buyers": 3912, "orders": 23456,
             "sales": {"amount": 1234567.80, "currency": "EUR"}, "asOf": "2026-09-27T22:00:00Z",
             "stages": {"acquisition": 1088, "conversion": 1500, "retention": 900, "active": 512, "churned": 1000},
             "decisions": {"marketing.win-back": 312, "risk.review": 4},
             "value": {"expected12Months": {"amount": 456789.10, "currency": "EUR"}},
             "simulated": true, "consentAssumed": false}
            """;

    static final String SEGMENTS = """
            {"items": [{"id": "s1", "name": "frequent big spenders", "nameZh": "高频高消费", "size": 1912, "share": 0.4887},
                       {"id": "s2", "name": "one-time buyers", "nameZh": "一次性买家", "size": 2000, "share": 0.5113}],
             "next": null}
            """;

    static final String CHURN = """
            {"state": "trained", "model": "boosted trees", "auc": 0.8123, "logLoss": 0.4101, "brier": 0.13, "liftTopTenth": 3.1,
             "baseline": {"model": "recency", "auc": 0.7644, "logLoss": 0.4555, "brier": 0.15, "liftTopTenth": 2.2}}
            """;

    static final String CUSTOMER = """
            {"id": "17850", "asOf": "2026-09-27T22:00:00Z", "registered": null,
             "attributes": {"country": "United Kingdom", "shoe_size": "41"},
             "consents": [{"channel": "email", "given": true, "at": null, "assumed": true},
                          {"channel": "sms", "given": false, "at": null, "assumed": false}],
             "stage": "retention", "stageDetail": {"reason": "came back", "reasonZh": "已回购"},
             "segment": "frequent big spenders", "segmentZh": "高频高消费", "segmentId": "s1",
             "churn": {"probability": 0.123, "reasons": [{"feature": "recency", "value": 40.0, "typical": 20.0,
                                                          "contribution": 0.4, "text": "silent for 40 days",
                                                          "textZh": "已沉默40天"}]},
             "value": {"amount": 120.50, "currency": "EUR", "probabilityAlive": 0.9, "expectedPurchases": null,
                       "estimate": {"lower": 100.00, "upper": 140.00}, "outcome": null},
             "features": {"frequency": 7, "recency": 40.5, "unheardOf": 1}, "tastes": null,
             "orders": [{"id": "O-1", "at": "2026-08-18T10:00:00Z", "amount": {"amount": 30.00, "currency": "EUR"},
                         "lines": 2, "channel": "web", "coupon": null}],
             "decisions": [{"id": 7, "at": "2026-09-27T22:00:00Z", "kind": "marketing.win-back",
                            "action": {"verb": "coupon", "percent": "10"},
                            "rules": ["WB-03 a valuable customer has gone silent"],
                            "reason": "silent beyond the usual", "reasonZh": "沉默超过常态",
                            "caps": [{"en": "10 % instead of 15 %", "zh": "以 10 % 代替 15 %"}],
                            "inputs": {}, "versions": {}}]}
            """;

    private Answers() {}

    static final String WEBHOOK = """
            {"id": 3, "address": "http://crm.example/hook", "kinds": ["decision.made", "stage.changed"],
             "description": null, "state": "active", "created": "2026-01-01T00:00:00Z", "failingSince": null,
             "waiting": 17, "oldestWaiting": "2026-01-02T00:00:00Z", "warning": {"en": "Use https.", "zh": "请使用 https。"}}
            """;
    static final String REGISTERED = """
            {"id": 3, "secret": "0123456789-0123456789_0123456789-0123456789", "webhook": %s}
            """.formatted(WEBHOOK);
}
