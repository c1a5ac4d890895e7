package perennial.crmapi.failure;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import perennial.kernel.Words;

/** A request that the door turns away before anything is done. */
public class RefusedException extends RuntimeException {
    private final int status;
    private final Words reason;
    private final Words fix;
    private final long retryAfter;

    private RefusedException(int status, Words reason, Words fix, long retryAfter) {
        super(reason.english());
        this.status = status;
        this.reason = reason;
        this.fix = fix;
        this.retryAfter = retryAfter;
    }

    public static RefusedException byRole(String needed, String key, String role) {
        return new RefusedException(
                403,
                new Words(
                        "this needs the role " + needed + "; the key \"" + key + "\" has the role " + role,
                        "此调用需要角色 " + needed + "；密钥“" + key + "”的角色是 " + role),
                new Words("use a key with that role", "请使用具有该角色的密钥"),
                0);
    }

    /** @param seconds until the next request is welcome */
    public static RefusedException byPace(double perSecond, long seconds) {
        return new RefusedException(
                429,
                new Words(
                        "the key asks more often than " + perSecond + " times a second",
                        "该密钥的请求超过每秒 " + perSecond + " 次"),
                new Words("wait " + seconds + " s, as Retry-After says", "请等待 " + seconds + " 秒，如 Retry-After 所示"),
                seconds);
    }

    public static RefusedException bySize(long most) {
        return new RefusedException(
                413,
                new Words("the body is larger than " + most + " bytes", "请求内容超过 " + most + " 字节"),
                new Words("send less at a time", "请分批发送"),
                0);
    }

    public static RefusedException byAnotherRequest(String key) {
        return new RefusedException(
                422,
                new Words(
                        "the Idempotency-Key \"" + key + "\" was sent with another request",
                        "Idempotency-Key “" + key + "”已用于另一个请求"),
                new Words("use a new key for each request", "每个请求请使用新的键"),
                0);
    }

    public static RefusedException byUnfinishedRequest(String key) {
        return new RefusedException(
                409,
                new Words(
                        "the first request with the Idempotency-Key \"" + key + "\" has not been answered",
                        "使用 Idempotency-Key “" + key + "”的首个请求尚未得到应答"),
                new Words(
                        "ask again; if this stays so the server was stopped meanwhile: look whether it was done, "
                                + "then use a new key",
                        "请再次请求；若持续如此，说明服务器曾中断：请查看是否已完成，然后使用新的键"),
                1);
    }

    public static RefusedException byShownSecret(String key) {
        return new RefusedException(
                409,
                new Words(
                        "the request with the Idempotency-Key \"" + key + "\" was answered, and its secret shown, once",
                        "使用 Idempotency-Key “" + key + "”的请求已应答，其密钥只显示一次"),
                new Words("revoke the key and make another one", "请撤销该密钥并另建一个"),
                0);
    }

    /** The refusal that a framework has wrapped into a failure of its own, if there is one. */
    static Optional<RefusedException> within(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(RefusedException.class::isInstance)
                .map(RefusedException.class::cast)
                .findFirst();
    }

    public int status() {
        return status;
    }

    public Words reason() {
        return reason;
    }

    public Words fix() {
        return fix;
    }

    /** In seconds; empty where waiting does not help. */
    public OptionalLong retryAfter() {
        return retryAfter == 0 ? OptionalLong.empty() : OptionalLong.of(retryAfter);
    }
}
