package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.activity.Customers.Consent;
import perennial.activity.Customers.Customer;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;

/** The stored customers with their attributes and consents. */
@Dependent
public class CustomerRows {
    private static final String PAGE =
            "select id, registered_at from customer where id > ? order by id limit " + CustomerRange.SIZE;
    private static final String ONE = "select id, registered_at from customer where id = ?";
    private static final String SOME = "select id, registered_at from customer where id = any (?) order by id";
    private static final String ATTRIBUTES =
            "select customer_id, name, content from customer_attribute where " + CustomerRange.on("customer_id");
    private static final String CONSENTS = "select customer_id, channel, given, told_at, assumed from consent where "
            + CustomerRange.on("customer_id") + " order by customer_id, channel";

    private final Database database;

    @Inject
    public CustomerRows(Database database) {
        this.database = database;
    }

    public Optional<Customer> find(CustomerId id) {
        return database.with(connection -> {
            try (PreparedStatement one = connection.prepareStatement(ONE)) {
                one.setString(1, id.value());
                return customers(connection, one).stream().findFirst();
            }
        });
    }

    public Map<CustomerId, Customer> of(Collection<CustomerId> ids) {
        List<Customer> found = database.with(connection -> {
            try (PreparedStatement some = connection.prepareStatement(SOME)) {
                Columns.set(some, 1, ids.stream().map(CustomerId::value).toList());
                return customers(connection, some);
            }
        });
        Map<CustomerId, Customer> customers = new LinkedHashMap<>();
        found.forEach(customer -> customers.put(customer.id(), customer));
        return customers;
    }

    public Map<CustomerId, List<Consent>> consents(CustomerSpan customers) {
        Map<CustomerId, List<Consent>> consents = new HashMap<>();
        database.with(connection -> consents(connection, CustomerRange.of(customers)))
                .forEach((id, told) -> consents.put(new CustomerId(id), told));
        return consents;
    }

    public long count() {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select count(*) from customer");
                    ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    public void each(Consumer<Customer> reader) {
        String after = CustomerRange.START;
        while (true) {
            String start = after;
            List<Customer> page = database.with(connection -> {
                try (PreparedStatement next = connection.prepareStatement(PAGE)) {
                    next.setString(1, start);
                    return customers(connection, next);
                }
            });
            page.forEach(reader);
            if (page.size() < CustomerRange.SIZE) {
                return;
            }
            after = page.get(page.size() - 1).id().value();
        }
    }

    /** @param query tells ids in their order, each with the instant of registration */
    private static List<Customer> customers(Connection connection, PreparedStatement query) throws SQLException {
        Map<String, Optional<Instant>> registered = new LinkedHashMap<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                registered.put(rows.getString(1), Columns.optionalInstant(rows, 2));
            }
        }
        if (registered.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.copyOf(registered.keySet());
        CustomerRange range = new CustomerRange(ids.get(0), ids.get(ids.size() - 1));
        Map<String, Map<String, String>> attributes = attributes(connection, range);
        Map<String, List<Consent>> consents = consents(connection, range);
        List<Customer> customers = new ArrayList<>();
        registered.forEach((customer, at) -> customers.add(new Customer(
                new CustomerId(customer),
                at,
                attributes.getOrDefault(customer, Map.of()),
                consents.getOrDefault(customer, List.of()))));
        return customers;
    }

    private static Map<String, Map<String, String>> attributes(Connection connection, CustomerRange range)
            throws SQLException {
        Map<String, Map<String, String>> attributes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ATTRIBUTES)) {
            range.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    attributes
                            .computeIfAbsent(rows.getString(1), id -> new HashMap<>())
                            .put(rows.getString(2), rows.getString(3));
                }
            }
        }
        return attributes;
    }

    private static Map<String, List<Consent>> consents(Connection connection, CustomerRange whose) throws SQLException {
        Map<String, List<Consent>> consents = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CONSENTS)) {
            whose.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consents.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                            .add(new Consent(
                                    rows.getString(2),
                                    rows.getBoolean(3),
                                    Columns.optionalInstant(rows, 4),
                                    rows.getBoolean(5)));
                }
            }
        }
        return consents;
    }
}
