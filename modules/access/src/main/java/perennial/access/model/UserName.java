package perennial.access.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import perennial.kernel.Act;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The name of a user in its one spelling. */
public record UserName(String value) {
    /** Who tried to log in and did not get in, as the audit trail names them. */
    public static final String ANONYMOUS = "anonymous";

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final Set<String> ACTORS = Set.of(Act.SYSTEM, "operator", ANONYMOUS);

    /** Of what somebody typed, fit or not. */
    public static UserName typed(String text) {
        return new UserName(
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }

    /** @throws InvalidInputException if nobody may have that name */
    public static UserName chosen(String text) {
        UserName name = typed(text);
        if (!FORM.matcher(name.value).matches()) {
            throw new InvalidInputException(
                    "name",
                    text,
                    new Words(
                            "a user's name has 1 to 64 letters, digits, dots, underscores, hyphens and at signs, and begins"
                                    + " with a letter or digit",
                            "用户名为 1 至 64 个字母、数字、点、下划线、连字符和 @，并以字母或数字开头"),
                    new Words("give such as anna or anna@shop.example", "请给出如 anna 或 anna@shop.example"));
        }
        name.refuseIfOfAnotherActor(text);
        return name;
    }

    /** @throws InvalidInputException if the audit trail would take whoever has the name for somebody else */
    public void refuseIfOfAnotherActor(String text) {
        if (ACTORS.contains(value)) {
            throw new InvalidInputException(
                    "name",
                    text,
                    new Words("the audit trail calls somebody else by this name", "审计记录中此名称另有所指"),
                    new Words("choose another name", "请另取名称"));
        }
    }
}
