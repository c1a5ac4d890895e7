package perennial.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import perennial.kernel.InvalidInputException;

class ChartTest {

    @ParameterizedTest
    @MethodSource("perennial.charts.Gallery#full")
    void a_picture_is_well_formed_and_tells_its_title_and_description_to_those_who_do_not_see_it(Chart chart)
            throws Exception {
        Element svg = parsed(chart.svg(Locale.ENGLISH)).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("viewBox")).startsWith("0 0 ");
        assertThat(svg.hasAttribute("width")).isFalse();
        assertThat(svg.getAttribute("aria-label"))
                .isEqualTo(Gallery.CAPTION.title() + ". " + Gallery.CAPTION.description());
        assertThat(svg.getFirstChild().getTextContent()).isEqualTo(Gallery.CAPTION.title());
        assertThat(svg.getFirstChild().getNextSibling().getTextContent()).isEqualTo(Gallery.CAPTION.description());
    }

    @ParameterizedTest
    @MethodSource("perennial.charts.Gallery#full")
    void a_picture_stays_within_its_frame(Chart chart) throws Exception {
        Document svg = parsed(chart.svg(Locale.SIMPLIFIED_CHINESE));
        String[] frame = svg.getDocumentElement().getAttribute("viewBox").split(" ");
        NodeList texts = svg.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, Double.parseDouble(frame[2]));
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, Double.parseDouble(frame[3]));
        }
        NodeList rectangles = svg.getElementsByTagName("rect");
        for (int i = 0; i < rectangles.getLength(); i++) {
            Element one = (Element) rectangles.item(i);
            double right = Double.parseDouble(one.getAttribute("x")) + Double.parseDouble(one.getAttribute("width"));
            assertThat(right).isLessThanOrEqualTo(Double.parseDouble(frame[2]));
        }
    }

    @ParameterizedTest
    @MethodSource("perennial.charts.Gallery#empty")
    void where_there_is_nothing_to_draw_the_picture_says_so_in_the_readers_language(Chart chart) {
        assertThat(chart.svg(Locale.ENGLISH)).contains("nothing to show");
        assertThat(chart.svg(Locale.SIMPLIFIED_CHINESE)).contains("暂无");
    }

    @Test
    void a_bar_carries_its_value_and_its_names() throws Exception {
        Document svg = parsed(Gallery.bars(BarChart.Direction.RIGHT).svg(Locale.ENGLISH));
        assertThat(texts(svg, "text")).contains("first", "1.5", "12.3", "-0.5", "said", "came", "orders", "tenth");
        assertThat(texts(svg, "title")).contains("came, third: 13");
    }

    @Test
    void numbers_and_dates_are_written_as_the_reader_writes_them() {
        assertThat(new Figures(Locale.GERMANY).value(1234.5, Scale.Kind.NUMBER)).isEqualTo("1.235");
        assertThat(new Figures(Locale.ENGLISH).value(0.03456, Scale.Kind.NUMBER))
                .isEqualTo("0.0346");
        assertThat(new Figures(Locale.ENGLISH).value(0.456, Scale.Kind.SHARE)).isEqualTo("46%");
        assertThat(new Figures(Locale.ENGLISH).tick(20_000, 5000, 50_000, Scale.Kind.NUMBER))
                .isEqualTo("20K");
        assertThat(new Figures(Locale.SIMPLIFIED_CHINESE).tick(20_000, 5000, 50_000, Scale.Kind.NUMBER))
                .isEqualTo("2万");
        assertThat(new Figures(Locale.SIMPLIFIED_CHINESE).value(19_723, Scale.Kind.DAY))
                .isEqualTo("2024年1月1日");
    }

    @Test
    void what_a_caller_writes_can_not_become_markup() {
        Caption hostile = new Caption("<script>alert(1)</script>\u0000", "\"/><a href='x'>");
        assertThat(new Sparkline(hostile, List.of(1.0)).svg(Locale.ENGLISH))
                .doesNotContain("<script")
                .doesNotContain("<a ")
                .doesNotContain("\u0000");
    }

    @Test
    void a_number_that_can_not_be_drawn_is_refused() {
        assertThatThrownBy(() -> new BarChart.Series("said", List.of(Double.NaN)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new LineChart.Point(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ShareBar.Part("less than nothing", -1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Histogram.Bin(1, 1, 3)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_series_without_a_value_per_category_is_refused() {
        assertThatThrownBy(() -> new BarChart(
                        Gallery.CAPTION,
                        BarChart.Direction.UP,
                        "tenth",
                        Scale.number("orders"),
                        List.of("first", "second"),
                        List.of(new BarChart.Series("said", List.of(1.0)))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("give 2 values");
    }

    @Test
    void a_waterfall_ends_where_its_steps_lead() {
        Waterfall risk = new Waterfall(
                Gallery.CAPTION,
                Scale.number("points"),
                Waterfall.Wanted.LESS,
                new Waterfall.Step("base", 10),
                List.of(new Waterfall.Step("up", 5), new Waterfall.Step("down", -7)),
                "total");
        assertThat(risk.total()).isEqualTo(8);
        assertThat(risk.svg(Locale.ENGLISH)).contains(">+5<", ">-7<", ">8<");
    }

    @Test
    void what_raises_a_risk_is_not_shown_as_good_news_and_what_raises_a_sum_of_money_is() {
        assertThat(rise(Waterfall.Wanted.LESS)).contains(Palette.LOSS).doesNotContain(Palette.GAIN);
        assertThat(rise(Waterfall.Wanted.MORE)).contains(Palette.GAIN).doesNotContain(Palette.LOSS);
        for (String colour : List.of(Palette.GAIN, Palette.LOSS)) {
            assertThat(Palette.contrast(colour, Palette.PAPER)).isGreaterThan(4.5);
        }
    }

    private static String rise(Waterfall.Wanted wanted) {
        List<Waterfall.Step> up = List.of(new Waterfall.Step("up", 5));
        return new Waterfall(
                        Gallery.CAPTION, Scale.number("points"), wanted, new Waterfall.Step("base", 1), up, "total")
                .svg(Locale.ENGLISH);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg, String element) {
        NodeList nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
