package perennial.simulator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import perennial.simulator.Campaign.Medium;
import perennial.simulator.Consent.Answer;
import perennial.simulator.Event.Kind;
import perennial.simulator.Life.Contact;
import perennial.simulator.Order.Line;

/** Turns customers into rows of the shop's files and counts them. */
final class CustomerRows {
    private final Shop shop;
    private final ShopCalendar calendar;
    private final Tally tally;
    private final long end;
    private final Map<ShopFile, ByteArrayOutputStream> bytes = new EnumMap<>(ShopFile.class);
    private final Map<ShopFile, CsvWriter> tables = new EnumMap<>(ShopFile.class);
    private final EventLines eventLines;

    CustomerRows(Shop shop, Tally tally) {
        this.shop = shop;
        this.calendar = shop.calendar();
        this.tally = tally;
        this.end = calendar.to().getEpochSecond();
        this.eventLines = new EventLines(calendar);
        for (ShopFile file : List.of(
                ShopFile.CUSTOMERS, ShopFile.ORDERS, ShopFile.CAMPAIGNS, ShopFile.TRUTH, ShopFile.TRUTH_FUTURE)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            bytes.put(file, out);
            tables.put(file, CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out));
        }
    }

    void write(Life life, List<Order> orders, List<Event> events) {
        Person person = life.person();
        String id = person.id();
        writeCustomer(person, id);
        List<Order> known = orders.stream().filter(order -> order.at() < end).toList();
        known.forEach(order -> writeOrder(order, id));
        eventLines.write(id, events);
        life.contacts().forEach(contact -> writeContact(contact, id));
        List<Order> future = orders.subList(known.size(), orders.size());
        future.forEach(order -> writeFuture(order, id));
        row(ShopFile.TRUTH, TruthRow.of(life, future, shop));
        count(life, known, events);
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (Map.Entry<ShopFile, CsvWriter> table : tables.entrySet()) {
            try {
                table.getValue().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ByteArrayOutputStream out = Objects.requireNonNull(bytes.get(table.getKey()));
            pieces.add(Piece.of(table.getKey(), out.toByteArray()));
        }
        pieces.add(Piece.of(ShopFile.EVENTS, eventLines.bytes()));
        return pieces;
    }

    private void row(ShopFile file, String... fields) {
        Objects.requireNonNull(tables.get(file)).writeRecord(fields);
    }

    private void writeCustomer(Person person, String id) {
        List<String> fields = new ArrayList<>(List.of(
                id,
                calendar.instant(person.registeredAt()),
                person.birthYear() == 0 ? "" : Integer.toString(person.birthYear()),
                person.sex(),
                person.town().name(),
                person.town().country(),
                person.acquisition().label));
        for (Medium medium : Medium.values()) {
            Consent consent = person.consents().getOrDefault(medium, Consent.UNKNOWN);
            boolean isKnown = consent.answer() != Answer.UNKNOWN;
            fields.add(isKnown ? lower(consent.answer()) : "");
            fields.add(isKnown ? calendar.instant(consent.at()) : "");
        }
        row(ShopFile.CUSTOMERS, fields.toArray(String[]::new));
    }

    private void writeOrder(Order order, String id) {
        for (Line line : order.lines()) {
            writeLine(order, id, line, order.at(), "purchase", line.quantity());
            tally.orderLines++;
        }
        for (Line line : order.lines()) {
            if (line.returned() > 0 && line.returnedAt() < end) {
                writeLine(order, id, line, line.returnedAt(), "return", line.returned());
                tally.returnLines++;
            }
        }
    }

    private void writeLine(Order order, String id, Line line, long at, String kind, int quantity) {
        row(
                ShopFile.ORDERS,
                order.id(),
                id,
                calendar.instant(at),
                kind,
                line.product().sku(),
                Integer.toString(quantity),
                major(line.unitPrice()),
                lower(order.channel()),
                order.coupon(),
                order.paymentCountry(),
                order.shippingCountry());
    }

    private void writeContact(Contact contact, String id) {
        Campaign campaign = contact.campaign();
        row(
                ShopFile.CAMPAIGNS,
                campaign.id(),
                campaign.name(),
                campaign.medium().label,
                campaign.offer(),
                id,
                calendar.instant(calendar.weekBegins(campaign.week())),
                contact.treated() ? "treated" : "holdout",
                major(contact.treated() ? campaign.medium().cost : 0));
    }

    private void writeFuture(Order order, String id) {
        row(ShopFile.TRUTH_FUTURE, id, calendar.instant(order.at()), major(order.total()));
    }

    private void count(Life life, List<Order> known, List<Event> events) {
        Person person = life.person();
        tally.customers++;
        tally.registrations[calendar.month(person.registeredAt())][
                person.acquisition().ordinal()]++;
        tally.buyers += known.isEmpty() ? 0 : 1;
        known.forEach(order -> tally.orders[calendar.month(order.at())]++);
        tally.events += events.size();
        events.stream()
                .filter(event -> event.kind() == Kind.SERVICE_CASE)
                .forEach(event -> tally.cases[calendar.month(event.at())]++);
        life.contacts().forEach(this::count);
        tally.left += life.staysUntil(calendar.weeks()) ? 0 : 1;
    }

    private void count(Contact contact) {
        Campaign campaign = contact.campaign();
        int number = shop.plan().indexOf(campaign);
        tally.campaignRows++;
        tally.without[number] += contact.without();
        tally.with[number] += contact.with();
        if (contact.treated()) {
            tally.treated[number]++;
            tally.sent[calendar.month(calendar.weekBegins(campaign.week()))][
                    campaign.medium().ordinal()]++;
        } else {
            tally.heldBack[number]++;
        }
    }

    private String major(long minor) {
        return Decimals.major(minor, shop.settings().currency());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
