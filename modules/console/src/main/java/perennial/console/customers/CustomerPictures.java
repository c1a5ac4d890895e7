package perennial.console.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.charts.BarChart;
import perennial.charts.Caption;
import perennial.charts.Scale;
import perennial.console.shell.Format;
import perennial.overview.Portraits.Order;
import perennial.overview.Portraits.Portrait;

/** What the page of a customer draws. */
@RequestScoped
public class CustomerPictures {
    @Inject
    private Format format;

    /** Spend by month, from the first to the last order that is shown, quiet months included. */
    String timeline(Portrait portrait) {
        List<Order> orders = portrait.orders();
        if (orders.isEmpty()) {
            return "";
        }
        Map<YearMonth, BigDecimal> spend = new TreeMap<>();
        months(orders).forEach(month -> spend.put(month, BigDecimal.ZERO));
        orders.forEach(order -> spend.merge(month(order.at()), order.amount().toMajor(), BigDecimal::add));
        String currency = orders.get(0).amount().currency().getCurrencyCode();
        return new BarChart(
                        new Caption(text("timeline"), text("timeline.meaning")),
                        BarChart.Direction.UP,
                        text("timeline.month"),
                        Scale.number(text("timeline.scale") + " (" + currency + ")"),
                        spend.keySet().stream().map(YearMonth::toString).toList(),
                        List.of(new BarChart.Series(
                                text("timeline"),
                                spend.values().stream()
                                        .map(BigDecimal::doubleValue)
                                        .toList())))
                .svg(format.locale());
    }

    private Stream<YearMonth> months(List<Order> newestFirst) {
        YearMonth last = month(newestFirst.get(0).at());
        return Stream.iterate(
                month(newestFirst.get(newestFirst.size() - 1).at()),
                month -> !month.isAfter(last),
                month -> month.plusMonths(1));
    }

    private YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(format.zone()));
    }

    private String text(String key) {
        return ResourceBundle.getBundle("perennial.console.customers.phrases", format.locale())
                .getString(key);
    }
}
