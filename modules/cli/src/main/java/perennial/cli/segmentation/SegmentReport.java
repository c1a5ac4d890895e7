package perennial.cli.segmentation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import perennial.charts.Chart;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Html;

/** The segments of a file as a page that opens offline. */
public final class SegmentReport {
    private static final String STYLE = "body{font-family:system-ui,sans-serif;max-width:64rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1f2933}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
            + "th,td{padding:.25rem .5rem;text-align:right;border-bottom:1px solid #d9dee4}"
            + "th:first-child,td:first-child{text-align:left;min-width:9rem}td{white-space:nowrap}"
            + "td:first-child{white-space:normal}tr.chosen{font-weight:600}"
            + ".scroll{overflow-x:auto}figure{margin:1.5rem 0}p{max-width:46rem}";

    private final Path file;
    private final Segmented segmented;
    private final Terminal terminal;

    public SegmentReport(Path file, Segmented segmented, Terminal terminal) {
        this.file = file;
        this.segmented = segmented;
        this.terminal = terminal;
    }

    public String html() {
        String title = terminal.phrase("segment.title", file.toString());
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(terminal.locale().getLanguage().equals("zh") ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(Html.escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        page.append(Html.element("h1", title)).append(Html.element("p", segmented.verdict(terminal)));
        segments(page);
        new SegmentPictures(segmented, terminal).all().forEach(chart -> figure(page, chart));
        evidence(page);
        page.append(Html.element("h2", terminal.phrase("segment.columns")));
        segmented.notes(terminal).forEach(note -> page.append(Html.element("p", note)));
        page.append(Html.element(
                "p",
                terminal.phrase(
                        "segment.how",
                        segmented.fit().kernel().label(),
                        Long.toString(segmented.fit().seed()),
                        terminal.phrase(segmented.isRaw() ? "segment.how.raw" : "segment.how.prepared"))));
        return page.append("</body></html>\n").toString();
    }

    private void figure(StringBuilder page, Chart chart) {
        page.append("<figure>")
                .append(chart.svg(terminal.locale()))
                .append(Html.element("figcaption", chart.caption().description()))
                .append("</figure>\n");
    }

    private void segments(StringBuilder page) {
        begin(page, segmented.header(terminal));
        for (int i = 0; i < segmented.segments().size(); i++) {
            row(page, segmented.cells(i, terminal), false);
        }
        end(page);
    }

    private void evidence(StringBuilder page) {
        page.append(Html.element("h2", terminal.phrase("segment.evidence")))
                .append(Html.element("p", terminal.phrase("segment.evidence.described")));
        begin(page, Segmented.evidenceHeader(terminal));
        segmented
                .fit()
                .evidence()
                .candidates()
                .forEach(candidate -> row(
                        page,
                        segmented.evidenceCells(candidate, terminal),
                        candidate.k() == segmented.fit().evidence().chosen()));
        end(page);
    }

    private static void begin(StringBuilder page, List<String> header) {
        page.append("<div class=\"scroll\"><table><thead><tr>");
        header.forEach(name ->
                page.append("<th scope=\"col\">").append(Html.escaped(name)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
    }

    private static void row(StringBuilder page, String[] cells, boolean isChosen) {
        page.append(isChosen ? "<tr class=\"chosen\">" : "<tr>");
        Arrays.stream(cells).forEach(cell -> page.append(Html.element("td", cell)));
        page.append("</tr>\n");
    }

    private static void end(StringBuilder page) {
        page.append("</tbody></table></div>\n");
    }
}
