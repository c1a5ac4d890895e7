package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import perennial.activity.Drafts;
import perennial.activity.jpa.MappingRows;
import perennial.activity.reading.Mapping;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The mappings by name: those that are shipped, which nobody can change, and those that were put here. */
@Dependent
public class Mappings {
    static final List<String> SHIPPED = List.of(
            "online-retail",
            "perennial-catalogue",
            "perennial-costs",
            "perennial-customers",
            "perennial-events",
            "perennial-orders");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST = 100_000;

    private final MappingRows rows;

    @Inject
    public Mappings(MappingRows rows) {
        this.rows = rows;
    }

    /** @throws InvalidInputException if there is none of that name */
    public String yaml(String name) {
        if (SHIPPED.contains(name)) {
            return shipped(name);
        }
        return rows.yaml(name)
                .orElseThrow(() -> new InvalidInputException(
                        "mapping",
                        name,
                        new Words("there is no mapping of that name", "没有该名称的映射"),
                        new Words(
                                "use one of " + String.join(", ", kinds().keySet()) + ", or put your own first",
                                "请使用以下之一：" + String.join(", ", kinds().keySet()) + "，或先提交自己的映射")));
    }

    public Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>(rows.kinds());
        SHIPPED.forEach(
                name -> kinds.put(name, Mapping.parse(shipped(name)).kind().label()));
        return kinds;
    }

    public void put(String name, String yaml) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "name",
                    name,
                    new Words(
                            "a mapping's name has 1 to 60 small letters, digits and hyphens",
                            "映射名称为 1 至 60 个小写字母、数字和连字符"),
                    new Words(
                            "name it like the shop's system and the kind of file: acme-orders",
                            "请以店铺系统和文件种类命名，如 acme-orders"));
        }
        if (SHIPPED.contains(name) || name.equals(Drafts.BY_HAND)) {
            throw new ConflictException(
                    new Words("the mapping \"" + name + "\" is shipped with the program", "映射“" + name + "”随程序提供，不可更改"),
                    new Words("choose another name", "请另取名称"));
        }
        if (yaml.length() > LONGEST) {
            throw new InvalidInputException(
                    "mapping",
                    yaml.length(),
                    new Words("the mapping is too long", "映射过长"),
                    new Words("send at most " + LONGEST + " characters", "最多 " + LONGEST + " 个字符"));
        }
        rows.put(name, Mapping.parse(yaml).kind().label(), yaml);
    }

    private static String shipped(String name) {
        String resource = "/perennial/activity/mappings/" + name + ".yaml";
        try (InputStream text = Mappings.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(text, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
