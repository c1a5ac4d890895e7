package perennial.crmapi.wire;

import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One JSON object a line, the same as in a page. */
public final class NdJson<T> implements Rows.Writer<T> {
    public static final String MEDIA_TYPE = "application/x-ndjson";
    private static final Jsonb JSON = new Json().getContext(Object.class);

    @Override
    public Rows.Sink<T> to(OutputStream output) {
        return new Rows.Sink<>() {
            @Override
            public void add(T row) throws IOException {
                output.write((JSON.toJson(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void flush() throws IOException {
                output.flush();
            }
        };
    }
}
