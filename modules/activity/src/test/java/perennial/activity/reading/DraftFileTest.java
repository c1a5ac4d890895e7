package perennial.activity.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.activity.reading.Files.packed;
import static perennial.activity.reading.Files.stored;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.activity.Drafts.Line;
import perennial.activity.Drafts.Preview;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.Cancellation;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.MappingForm.Mark;
import perennial.activity.MappingForm.Source;
import perennial.activity.Reason;

class DraftFileTest {
    private static final String CHINESE = """
            订单号,客户编号,下单时间,商品编号,商品名称,数量,单价
            D1,K1,2024年3月1日 9:05,T1,龙井茶,2,￥12.50
            D2,K2,2024年3月2日 19:15,T2,茶杯,1,￥8.00
            """;
    private static final String GERMAN = """
            Bestellung;Kunde;Datum;Artikel;Menge;Preis
            1001;Müller;01.07.2024 10:15;TEE-1;2;1.234,50
            C1002;Jäger;3.07.2024 09:00;TEE-1;-1;1.234,50
            1003;Müller;13.07.2024 09:00;TEE-2;1;4,20
            """;

    private static DraftFile file(String text, String encoding) {
        return new DraftFile(stored(text.getBytes(Charset.forName(encoding))));
    }

    private static MappingForm guess(DraftFile file) {
        FileShape shape = file.shape();
        return file.guess(shape, DraftFile.kind(file.look(shape).columns()));
    }

    private static Preview preview(DraftFile file) {
        return file.preview(guess(file), Files.POUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void a_chinese_export_is_understood_in_every_encoding_that_it_may_come_in(String encoding) {
        DraftFile file = file(CHINESE, encoding);
        assertThat(file.shape()).isEqualTo(new FileShape("csv", ",", encoding, ""));
        MappingForm form = guess(file);
        assertThat(form.kind()).isEqualTo("orders");
        assertThat(form.fields().keySet())
                .containsExactly("order_id", "customer_id", "at", "sku", "quantity", "unit_price", "product_name");
        assertThat(form.notation().instants()).isEqualTo("yyyy年M月d日 H:mm");
        assertThat(preview(file).lines())
                .extracting(line -> line.values().get("product_name"))
                .containsExactly("龙井茶", "茶杯");
        assertThat(preview(file).lines().get(0).values())
                .containsEntry("at", "2024-03-01 09:05:00")
                .containsEntry("unit_price", "12.5")
                .containsEntry("amount", "25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8"})
    void a_german_export_is_understood_with_its_commas_and_its_cancellations(String encoding) {
        DraftFile file = file(GERMAN, encoding);
        assertThat(file.shape()).isEqualTo(new FileShape("csv", ";", encoding, ""));
        MappingForm form = guess(file);
        assertThat(form.notation().instants()).isEqualTo("d.M.yyyy H:mm");
        assertThat(form.notation().decimal()).isEqualTo(",");
        assertThat(form.notation().grouping()).isEqualTo(".");
        assertThat(form.cancellation()).isEqualTo(new Cancellation(Mark.STARTS_WITH, "Bestellung", List.of("C")));
        assertThat(preview(file).lines())
                .extracting(line -> line.values().get("kind"))
                .containsExactly("purchase", "return", "purchase");
        assertThat(preview(file).lines().get(0).values()).containsEntry("customer_id", "Müller");
    }

    @Test
    void a_guess_stands_though_some_values_are_wrong() {
        MappingForm form = guess(file(GERMAN + "1004;Weiß;31.06.2024 09:00;TEE-2;zwei;4,20\n", "UTF-8"));
        assertThat(form.notation().instants()).isEqualTo("d.M.yyyy H:mm");
        assertThat(form.notation().decimal()).isEqualTo(",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer no,signup date,newsletter | customers",
                "商品编码,商品名称,分类,标价,库存 | catalogue",
                "user id,timestamp,event type,product id | events",
                "start date,end date,cost type,spend | costs",
                "Order ID,Customer ID,Order Date,SKU,Qty,Price | orders",
                "Bestellung,Kunde,Datum,Artikel,Zahl,Preis | orders"
            })
    void the_kind_of_a_file_is_told_by_its_columns(String columns, String kind) {
        assertThat(DraftFile.kind(List.of(columns.strip().split(",")))).isEqualTo(kind);
    }

    @Test
    void packed_json_lines_have_the_columns_of_all_their_objects() {
        String lines = """
                {"user_id":"u1","time":"2024-03-01T10:00:00Z","event":"pv","sku":"T1"}
                {"user_id":"u1","time":"2024-03-01T10:01:00Z","event":"add to cart","sku":"T1","qty":2}
                """;
        DraftFile file = new DraftFile(stored(packed(lines.getBytes(StandardCharsets.UTF_8))));
        assertThat(file.shape().format()).isEqualTo("ndjson");
        MappingForm form = guess(file);
        assertThat(form.kind()).isEqualTo("events");
        assertThat(form.fields().get("kind"))
                .isEqualTo(new Source("event", "", "", "", Map.of("pv", "view", "add to cart", "cart")));
        assertThat(form.fields().get("quantity")).isEqualTo(Source.column("qty"));
        assertThat(file.preview(form, Files.POUNDS).setApart()).isEmpty();
    }

    @Test
    void a_workbook_is_guessed_like_any_other_file() {
        DraftFile file = new DraftFile(stored(Workbooks.of(book -> {
            var sheet = book.newWorksheet("订单");
            Workbooks.fill(sheet, 0, "订单号", "会员号", "下单时间", "货号", "数量", "单价");
            Workbooks.fill(sheet, 1, "D1", "K1", LocalDateTime.of(2024, 3, 1, 9, 5), "T1", 2, 12.5);
        })));
        assertThat(file.sheets()).containsExactly("订单");
        assertThat(guess(file).notation().instants()).isEqualTo("iso");
        assertThat(preview(file).lines().get(0).values()).containsEntry("at", "2024-03-01 09:05:00");
    }

    @Test
    void a_column_that_the_file_lacks_is_named_by_its_field_with_the_nearest_one() {
        DraftFile file = file(GERMAN, "UTF-8");
        MappingForm form = with(guess(file), "customer_id", Source.column("Kunden"));
        Preview preview = file.preview(form, Files.POUNDS);
        assertThat(preview.refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.field()).isEqualTo("customer_id");
            assertThat(refusal.reason().english()).contains("no column \"Kunden\"");
            assertThat(refusal.fix().english()).contains("did you mean \"Kunde\"?");
            assertThat(refusal.fix().in(Locale.SIMPLIFIED_CHINESE)).contains("是否指“Kunde”");
        });
        Preview mended = file.preview(with(form, "customer_id", Source.column("Kunde")), Files.POUNDS);
        assertThat(mended.refusal()).isEmpty();
        assertThat(mended.lines()).hasSize(3);
    }

    @Test
    void a_wrong_column_shows_on_every_line_in_words() {
        DraftFile file = file(GERMAN, "UTF-8");
        Preview preview = file.preview(with(guess(file), "quantity", Source.column("Artikel")), Files.POUNDS);
        assertThat(preview.setApart()).isEqualTo(Map.of("not-a-number", 3L));
        assertThat(preview.lines())
                .extracting(Line::reason)
                .allSatisfy(reason -> assertThat(reason).contains(Reason.NOT_A_NUMBER));
        assertThat(preview.lines().get(0).detail()).isEqualTo("quantity: TEE-1");
    }

    @Test
    void a_mistake_in_the_form_is_told_without_lines_that_nobody_sees() {
        DraftFile file = file(CHINESE, "UTF-8");
        MappingForm form = guess(file);
        var notation = new MappingForm.Notation("Mars/Base", "iso", "iso", ".", "", "", List.of());
        MappingForm wrong = new MappingForm(
                form.kind(), form.shape(), form.fields(), notation, Cancellation.NONE, List.of(), false);
        assertThat(file.preview(wrong, Files.POUNDS).refusal())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.reason().english()).isEqualTo("this time zone is not known"));
    }

    @Test
    void ten_lines_are_shown_and_a_thousand_are_tried() {
        StringBuilder text = new StringBuilder(Files.HEADER + "\n");
        for (int i = 0; i < 1_500; i++) {
            text.append(i)
                    .append(",anna,2024-03-01T10:00:00Z,tea,")
                    .append(i == 999 ? "x" : "1")
                    .append(",2\n");
        }
        Preview preview = preview(file(text.toString(), "UTF-8"));
        assertThat(preview.lines()).hasSize(10);
        assertThat(preview.tried()).isEqualTo(1_000);
        assertThat(preview.setApart()).isEqualTo(Map.of("not-a-number", 1L));
    }

    private static MappingForm with(MappingForm form, String field, Source source) {
        var fields = new java.util.LinkedHashMap<>(form.fields());
        fields.put(field, source);
        return new MappingForm(
                form.kind(), form.shape(), fields, form.notation(), form.cancellation(), List.of(), false);
    }
}
