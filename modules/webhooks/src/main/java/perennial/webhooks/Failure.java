package perennial.webhooks;

import perennial.kernel.Words;

/**
 * Why a delivery was not accepted.
 *
 * @param detail what makes it precise: the status, the seconds waited; for an operator the network's own word
 */
public record Failure(Cause cause, String detail) {
    private static final int LONGEST = 500;

    public Failure {
        detail = detail.substring(0, Math.min(LONGEST, detail.length()));
    }

    public enum Cause {
        /** The receiver answered with another status than 2xx. */
        REFUSED,
        /** The receiver answered with another address. */
        REDIRECTED,
        /** No host of that name is known. */
        UNRESOLVED,
        /** The host is there or not, but no connection came about. */
        UNREACHABLE,
        /** No secure connection came about. */
        UNTRUSTED,
        /** The connection broke off before there was an answer. */
        BROKEN,
        /** The receiver took too long. */
        SILENT,
        /** The secret can't be opened with the key in the data directory. */
        SEALED,
        /** What the delivery was to tell is no longer stored. */
        GONE
    }

    public Words words() {
        return switch (cause) {
            case REFUSED -> new Words("it answered " + detail, "接收方返回 " + detail);
            case REDIRECTED ->
                new Words(
                        "it answered " + detail + ", and redirections are not followed",
                        "接收方返回 " + detail + "，系统不跟随重定向");
            case UNRESOLVED -> new Words("no host of this name is known", "找不到该名称的主机");
            case UNREACHABLE -> new Words("nobody takes connections at this address", "该地址没有接受连接");
            case UNTRUSTED ->
                new Words(
                        "no secure connection: its certificate is not trusted or not for this name",
                        "无法建立安全连接：其证书不受信任，或与主机名不符");
            case BROKEN -> new Words("the connection broke off before an answer came", "在收到回答之前连接中断");
            case SILENT -> new Words("no whole answer within " + detail + " s", detail + " 秒内没有完整的回答");
            case SEALED ->
                new Words(
                        "the secret can't be opened with the key in the data directory; rotate the secret",
                        "数据目录中的密钥无法打开该密文；请更换密钥");
            case GONE -> new Words("what it was to tell is no longer stored", "要发送的内容已不再保存");
        };
    }
}
