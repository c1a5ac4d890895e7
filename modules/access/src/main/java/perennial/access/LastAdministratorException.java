package perennial.access;

import perennial.kernel.ConflictException;
import perennial.kernel.Words;

/** Nobody would be left who may manage users. */
public class LastAdministratorException extends ConflictException {
    public LastAdministratorException(String name) {
        super(
                new Words("\"" + name + "\" is the last administrator", "“" + name + "”是最后一位管理员"),
                new Words("make another user an administrator first", "请先将另一位用户设为管理员"));
    }
}
