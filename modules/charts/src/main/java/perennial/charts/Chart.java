package perennial.charts;

import java.util.Locale;

/** A picture of numbers. */
public sealed interface Chart
        permits BarChart,
                LineChart,
                HeatMap,
                Histogram,
                ScatterChart,
                CloudChart,
                ShareBar,
                TreeDiagram,
                Waterfall,
                Sparkline {

    /** What it is called and what it shows. */
    Caption caption();

    /**
     * The picture as an {@code svg} element, to be put into a page as it is. Where there is nothing to draw it says so.
     *
     * @param locale writes numbers and dates
     */
    String svg(Locale locale);
}
