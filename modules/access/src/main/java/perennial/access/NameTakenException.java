package perennial.access;

import perennial.kernel.ConflictException;
import perennial.kernel.Words;

/** A user or a key has the name already; the audit trail needs each name to mean one actor. */
public class NameTakenException extends ConflictException {
    public NameTakenException(String kind, String name) {
        super(
                new Words(
                        "a " + kind + " named \"" + name + "\" exists",
                        "名为“" + name + "”的" + (kind.equals("key") ? "密钥" : "用户") + "已存在"),
                new Words("choose another name", "请另取名称"));
    }
}
