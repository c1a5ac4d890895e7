package perennial.cli.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import perennial.charts.Chart;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Html;

/** A report in the making: one page that opens offline, without a script. */
public final class Page {
    private static final String STYLE = "body{font-family:system-ui,sans-serif;max-width:72rem;margin:2rem auto;"
            + "padding:0 1.25rem;color:#1f2933;line-height:1.5}h1{line-height:1.2}h2{margin-top:2.5rem}"
            + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
            + "th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #d9dee4;white-space:nowrap}"
            + "th:first-child,td:first-child{text-align:left}"
            + ".words th,.words td{text-align:left}.words td:last-child{white-space:normal;min-width:16rem}"
            + "tr.chosen{font-weight:600;background:#f0f5fa}.scroll{overflow-x:auto}figure{margin:1rem 0}"
            + "figcaption{color:#52606d;font-size:.9rem}p{max-width:48rem}"
            + ".pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:1rem 2rem}"
            + ".figures{display:flex;flex-wrap:wrap;gap:1rem;margin:1.5rem 0;padding:0;list-style:none}"
            + ".figures li{flex:1 1 9rem;border:1px solid #d9dee4;border-radius:.5rem;padding:.75rem 1rem}"
            + ".figures strong{display:block;font-size:1.6rem;line-height:1.2}.figures span{color:#52606d}";

    private final Terminal terminal;
    private final StringBuilder page;

    private Page(Terminal terminal, StringBuilder page) {
        this.terminal = terminal;
        this.page = page;
    }

    public static Page titled(String title, Terminal terminal) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(terminal.locale().getLanguage().equals("zh") ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(Html.escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n")
                .append(Html.element("h1", title));
        return new Page(terminal, page);
    }

    public Page heading(String text) {
        page.append(Html.element("h2", text));
        return this;
    }

    public Page paragraph(String text) {
        page.append(Html.element("p", text));
        return this;
    }

    /** A figure that is seen first. */
    public record Headline(String value, String meaning) {}

    public Page headlines(List<Headline> headlines) {
        page.append("<ul class=\"figures\">");
        headlines.forEach(one -> page.append("<li><strong>")
                .append(Html.escaped(one.value()))
                .append("</strong><span>")
                .append(Html.escaped(one.meaning()))
                .append("</span></li>"));
        page.append("</ul>\n");
        return this;
    }

    /** @param isWords whether the cells hold words, which stand to the left, rather than figures */
    public Page table(List<String> header, List<Row> rows, boolean isWords) {
        page.append("<div class=\"scroll\"><table").append(isWords ? " class=\"words\">" : ">");
        page.append("<thead><tr>");
        header.forEach(name ->
                page.append("<th scope=\"col\">").append(Html.escaped(name)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        rows.forEach(row -> {
            page.append(row.isChosen() ? "<tr class=\"chosen\">" : "<tr>");
            row.cells().forEach(cell -> page.append(Html.element("td", cell)));
            page.append("</tr>\n");
        });
        page.append("</tbody></table></div>\n");
        return this;
    }

    /** @param isChosen whether it stands out */
    public record Row(boolean isChosen, List<String> cells) {
        public static Row of(String... cells) {
            return new Row(false, Arrays.asList(cells));
        }
    }

    /** Pictures beside each other, as far as there is room. */
    public Page pictures(List<Chart> charts) {
        page.append("<div class=\"pictures\">\n");
        charts.forEach(this::picture);
        page.append("</div>\n");
        return this;
    }

    public Page picture(Chart chart) {
        page.append("<figure class=\"scroll\">")
                .append(chart.svg(terminal.locale()))
                .append(Html.element("figcaption", chart.caption().description()))
                .append("</figure>\n");
        return this;
    }

    public String html() {
        return page + "</body></html>\n";
    }

    /** Whether it can be written, told before the work is done and not after it. */
    public static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw Failure.misused("segment.no-folder", file.toString());
        }
    }
}
