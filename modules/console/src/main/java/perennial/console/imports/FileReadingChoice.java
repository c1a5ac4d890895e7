package perennial.console.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.activity.MappingForm.FileShape;

/** How a person wants a file to be read: cut into columns, as which kind, by which mapping to begin with. */
public class FileReadingChoice {
    private FileShape shape = new FileShape("csv", ",", "UTF-8", "");
    private String kind = "orders";
    private @Nullable String origin;
    private FileShape settledShape = shape;
    private String settledKind = kind;
    private @Nullable String settledOrigin;

    void begin(FileShape found) {
        shape = found;
    }

    /** What is chosen now is what the page shows. */
    void settle() {
        settledShape = shape;
        settledKind = kind;
        settledOrigin = origin;
    }

    boolean isCutOtherwise() {
        return !shape.equals(settledShape);
    }

    boolean isOtherKind() {
        return !kind.equals(settledKind);
    }

    boolean isOtherOrigin() {
        return !Objects.equals(origin, settledOrigin);
    }

    FileShape shape() {
        return shape;
    }

    public String getFormat() {
        return shape.format();
    }

    public String getSeparator() {
        return shape.separator();
    }

    public void setSeparator(String separator) {
        shape = new FileShape(shape.format(), separator, shape.encoding(), shape.sheet());
    }

    public String getEncoding() {
        return shape.encoding();
    }

    public void setEncoding(String encoding) {
        shape = new FileShape(shape.format(), shape.separator(), encoding, shape.sheet());
    }

    public @Nullable String getSheet() {
        return shape.sheet();
    }

    public void setSheet(@Nullable String sheet) {
        shape = new FileShape(
                shape.format(), shape.separator(), shape.encoding(), Objects.requireNonNullElse(sheet, ""));
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** The name of a mapping; null to guess. */
    public @Nullable String getOrigin() {
        return origin;
    }

    public void setOrigin(@Nullable String origin) {
        this.origin = origin;
    }
}
