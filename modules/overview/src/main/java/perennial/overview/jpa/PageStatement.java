package perennial.overview.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import perennial.overview.CustomerQuery;

/** The SQL of one page: conditions, order and keyset, with their values. */
final class PageStatement {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    PageStatement(CustomerQuery query, Cursor from) {
        String sort = expression(query.sort());
        sql.append("select customer_row.*, ").append(sort).append(" as sort_value from customer_row where run_id = ?");
        values.add(from.run());
        query.stage().ifPresent(stage -> and(" and stage = ?", stage.label()));
        query.segment().ifPresent(segment -> and(" and segment_id = ?", segment));
        query.search().ifPresent(text -> search(from.run(), text));
        if (query.sort() == CustomerQuery.Sort.AT_RISK) {
            sql.append(" and at_risk_minor is not null");
        }
        from.after().ifPresent(after -> goOn(query, sort, after));
        sql.append(order(query, sort)).append(" limit ?");
        values.add(query.limit() + 1);
    }

    private void search(long run, String text) {
        and(" and (customer_id like ? escape '!'", prefix(text));
        and(" or customer_id in (select customer_id from customer_word where run_id = ?", run);
        and(" and word like ? escape '!'))", prefix(text.toLowerCase(Locale.ROOT)));
    }

    /** The text itself, whatever signs are in it, and anything after it. */
    private static String prefix(String text) {
        return text.replaceAll("([!%_])", "!$1") + "%";
    }

    /** The bound on the sort alone is what an index can begin from; a whole number, where its column has such. */
    private void goOn(CustomerQuery query, String sort, Cursor.After after) {
        if (query.sort() == CustomerQuery.Sort.ID) {
            and(query.descending() ? " and customer_id < ?" : " and customer_id > ?", after.id());
            return;
        }
        String beyond = query.descending() ? " < ?" : " > ?";
        Object value = query.sort() == CustomerQuery.Sort.AT_RISK ? (Object) (long) after.value() : after.value();
        and(" and " + sort + (query.descending() ? " <= ?" : " >= ?"), value);
        and(" and (" + sort + beyond, value);
        and(" or " + sort + " = ?", value);
        and(" and customer_id > ?)", after.id());
    }

    private static String order(CustomerQuery query, String sort) {
        String direction = query.descending() ? " desc" : " asc";
        return query.sort() == CustomerQuery.Sort.ID
                ? " order by customer_id" + direction
                : " order by " + sort + direction + ", customer_id";
    }

    /** What is not known comes after everything that is, from the highest down. */
    private static String expression(CustomerQuery.Sort sort) {
        return switch (sort) {
            case ID -> "0";
            case VALUE -> "coalesce(value_minor, -1)";
            case CHURN -> "coalesce(churn_probability, -1)";
            case ORDERS -> "orders";
            case SPEND -> "spend_minor";
            case RECENCY -> "coalesce(recency_days, -1)";
            case AT_RISK -> "at_risk_minor";
        };
    }

    private void and(String condition, Object value) {
        sql.append(condition);
        values.add(value);
    }

    String sql() {
        return sql.toString();
    }

    void fill(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
