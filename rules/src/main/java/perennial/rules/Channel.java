package perennial.rules;

/** A way to reach a customer; each needs a consent of its own. */
public enum Channel {
    EMAIL("e-mail", "电子邮件"),
    SMS("text message", "短信"),
    PUSH("push notification", "推送通知"),
    PHONE("phone call", "电话");

    private final String en;
    private final String zh;

    Channel(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** Whether it rings or buzzes where the customer is, instead of waiting to be looked at. */
    public boolean rings() {
        return this != EMAIL;
    }

    public Text label() {
        return new Text(en, zh);
    }
}
