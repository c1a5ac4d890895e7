package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import perennial.activity.reading.Outcome.ConsentWord;
import perennial.activity.reading.Outcome.CustomerRow;
import perennial.activity.reading.Sighting;

/**
 * Writes customers. A line of another kind of file that names a customer makes them known and adds the attributes that
 * nobody had told yet; a file of customers changes what it tells.
 */
final class CustomerWriter {
    private static final String STORED =
            "select id, registered_at, first_seen from " + Batch.KEYS + " join customer on id = key_id";
    private static final String INSERT = "insert into customer (first_seen, registered_at, id) values (?, ?, ?)";
    private static final String UPDATE = "update customer set first_seen = ?, registered_at = ? where id = ?";
    private static final String ATTRIBUTES =
            "select customer_id, name, content from " + Batch.KEYS + " join customer_attribute on customer_id = key_id";
    private static final String ADD_ATTRIBUTE =
            "insert into customer_attribute (content, customer_id, name) values (?, ?, ?)";
    private static final String CHANGE_ATTRIBUTE =
            "update customer_attribute set content = ? where customer_id = ? and name = ?";
    private static final String CONSENTS = "select customer_id, channel, given, told_at, assumed from " + Batch.KEYS
            + " join consent on customer_id = key_id";
    private static final String ADD_CONSENT =
            "insert into consent (given, told_at, assumed, customer_id, channel) values (?, ?, ?, ?, ?)";
    private static final String CHANGE_CONSENT =
            "update consent set given = ?, told_at = ?, assumed = ? where customer_id = ? and channel = ?";

    private final Connection connection;
    private final Tally tally;
    private final Consumer<String> news;
    private final List<String> assumedConsents;

    /** @param news is told of whom there is something new */
    CustomerWriter(Connection connection, Tally tally, Consumer<String> news, List<String> assumedConsents) {
        this.connection = connection;
        this.tally = tally;
        this.news = news;
        this.assumedConsents = assumedConsents;
    }

    private record Stored(String id, Optional<Instant> registered, Optional<Instant> firstSeen) {}

    private record Attribute(String customer, String name) {}

    private record Channel(String customer, String name) {}

    private record Word(boolean given, Optional<Instant> at, boolean assumed) {
        /** Whether this word counts after another: a recorded one after an assumed one, and of two recorded the later. */
        boolean replaces(Word other) {
            if (equals(other) || (assumed && !other.assumed)) {
                return false;
            }
            return (other.assumed && !assumed)
                    || at.isEmpty()
                    || other.at.isEmpty()
                    || !at.get().isBefore(other.at.get());
        }
    }

    void see(Collection<Sighting> sightings) throws SQLException {
        Map<String, Stored> seen = new LinkedHashMap<>();
        Map<Attribute, String> attributes = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            String id = sighting.customer().value();
            seen.merge(id, new Stored(id, Optional.empty(), sighting.at()), CustomerWriter::earlier);
            sighting.attributes().forEach((name, content) -> attributes.putIfAbsent(new Attribute(id, name), content));
        }
        save(seen);
        Map<Attribute, String> told = attributes(seen.keySet());
        attributes.keySet().removeAll(told.keySet());
        write(ADD_ATTRIBUTE, attributes);
        assumeConsents(seen.keySet());
    }

    private void assumeConsents(Set<String> customers) throws SQLException {
        if (assumedConsents.isEmpty()) {
            return;
        }
        Map<Channel, Word> assumed = new LinkedHashMap<>();
        for (String customer : customers) {
            for (String channel : assumedConsents) {
                assumed.put(new Channel(customer, channel), new Word(true, Optional.empty(), true));
            }
        }
        assumed.keySet().removeAll(consents(customers).keySet());
        writeConsents(ADD_CONSENT, assumed);
    }

    /** Of two rows of one customer the later one counts. */
    void write(List<CustomerRow> rows) throws SQLException {
        Map<String, CustomerRow> latest = new LinkedHashMap<>();
        rows.forEach(row -> latest.put(row.customer().value(), row));
        Map<String, Stored> told = new LinkedHashMap<>();
        Map<Attribute, String> attributes = new LinkedHashMap<>();
        Map<Channel, Word> consents = new LinkedHashMap<>();
        latest.forEach((id, row) -> {
            told.put(id, new Stored(id, row.registered(), row.registered()));
            row.attributes().forEach((name, content) -> attributes.put(new Attribute(id, name), content));
            for (ConsentWord word : row.consents()) {
                consents.put(new Channel(id, word.channel()), new Word(word.given(), word.at(), false));
            }
        });
        Saved saved = save(told);
        Set<String> changed = new HashSet<>(saved.changed());
        changed.addAll(saveAttributes(told.keySet(), attributes));
        changed.addAll(saveConsents(told.keySet(), consents));
        changed.removeAll(saved.added());
        tally.accepted("updated", changed.size());
        tally.known(rows.size() - saved.added().size() - (long) changed.size());
    }

    private record Saved(Set<String> added, Set<String> changed) {}

    private Saved save(Map<String, Stored> told) throws SQLException {
        Map<String, Stored> stored = new HashMap<>();
        Batch.find(
                        connection,
                        STORED,
                        row -> new Stored(
                                row.getString(1), Columns.optionalInstant(row, 2), Columns.optionalInstant(row, 3)),
                        List.copyOf(told.keySet()))
                .forEach(row -> stored.put(row.id(), row));
        List<Stored> added = new ArrayList<>();
        List<Stored> changed = new ArrayList<>();
        for (Stored row : told.values()) {
            Stored before = stored.get(row.id());
            if (before == null) {
                added.add(row);
            } else {
                Stored after = earlier(before, row);
                if (!after.equals(before)) {
                    changed.add(after);
                }
            }
        }
        Batch.Filler<Stored> filler = (statement, row) -> {
            Columns.setInstant(statement, 1, row.firstSeen());
            Columns.setInstant(statement, 2, row.registered());
            statement.setString(3, row.id());
        };
        Batch.run(connection, INSERT, added, filler);
        Batch.run(connection, UPDATE, changed, filler);
        Stream.of(added, changed).flatMap(List::stream).forEach(row -> news.accept(row.id()));
        tally.accepted("customers", added.size());
        return new Saved(ids(added), ids(changed));
    }

    private static Set<String> ids(List<Stored> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    /** The later word on the registration, the earlier first sight. */
    private static Stored earlier(Stored before, Stored told) {
        Optional<Instant> first = before.firstSeen().isPresent()
                        && told.firstSeen()
                                .map(at -> before.firstSeen().get().isBefore(at))
                                .orElse(true)
                ? before.firstSeen()
                : told.firstSeen();
        return new Stored(before.id(), told.registered().or(before::registered), first);
    }

    private Set<String> saveAttributes(Set<String> customers, Map<Attribute, String> told) throws SQLException {
        Map<Attribute, String> stored = attributes(customers);
        Map<Attribute, String> added = new LinkedHashMap<>();
        Map<Attribute, String> changed = new LinkedHashMap<>();
        told.forEach((attribute, content) -> {
            String before = stored.get(attribute);
            if (before == null) {
                added.put(attribute, content);
            } else if (!before.equals(content)) {
                changed.put(attribute, content);
            }
        });
        write(ADD_ATTRIBUTE, added);
        write(CHANGE_ATTRIBUTE, changed);
        Set<String> touched = new HashSet<>();
        added.keySet().forEach(attribute -> touched.add(attribute.customer()));
        changed.keySet().forEach(attribute -> touched.add(attribute.customer()));
        return touched;
    }

    private Map<Attribute, String> attributes(Set<String> customers) throws SQLException {
        Map<Attribute, String> attributes = new HashMap<>();
        Batch.find(
                        connection,
                        ATTRIBUTES,
                        row -> Map.entry(new Attribute(row.getString(1), row.getString(2)), row.getString(3)),
                        List.copyOf(customers))
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        return attributes;
    }

    private void write(String sql, Map<Attribute, String> attributes) throws SQLException {
        Batch.run(connection, sql, attributes.entrySet(), (statement, entry) -> {
            statement.setString(1, entry.getValue());
            statement.setString(2, entry.getKey().customer());
            statement.setString(3, entry.getKey().name());
        });
    }

    private Set<String> saveConsents(Set<String> customers, Map<Channel, Word> told) throws SQLException {
        Map<Channel, Word> stored = consents(customers);
        Map<Channel, Word> added = new LinkedHashMap<>();
        Map<Channel, Word> changed = new LinkedHashMap<>();
        told.forEach((channel, word) -> {
            Word before = stored.get(channel);
            if (before == null) {
                added.put(channel, word);
            } else if (word.replaces(before)) {
                changed.put(channel, word);
            }
        });
        writeConsents(ADD_CONSENT, added);
        writeConsents(CHANGE_CONSENT, changed);
        Set<String> touched = new HashSet<>();
        added.keySet().forEach(channel -> touched.add(channel.customer()));
        changed.keySet().forEach(channel -> touched.add(channel.customer()));
        return touched;
    }

    private Map<Channel, Word> consents(Set<String> customers) throws SQLException {
        Map<Channel, Word> consents = new HashMap<>();
        Batch.find(
                        connection,
                        CONSENTS,
                        row -> Map.entry(
                                new Channel(row.getString(1), row.getString(2)),
                                new Word(row.getBoolean(3), Columns.optionalInstant(row, 4), row.getBoolean(5))),
                        List.copyOf(customers))
                .forEach(entry -> consents.put(entry.getKey(), entry.getValue()));
        return consents;
    }

    private void writeConsents(String sql, Map<Channel, Word> consents) throws SQLException {
        Batch.run(connection, sql, consents.entrySet(), (statement, entry) -> {
            statement.setBoolean(1, entry.getValue().given());
            Columns.setInstant(statement, 2, entry.getValue().at());
            statement.setBoolean(3, entry.getValue().assumed());
            statement.setString(4, entry.getKey().customer());
            statement.setString(5, entry.getKey().name());
        });
    }
}
