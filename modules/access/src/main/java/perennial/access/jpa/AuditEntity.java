package perennial.access.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import perennial.access.AuditTrail.Entry;
import perennial.kernel.Act;

@Entity
@Table(name = "audit_entry")
@SuppressWarnings("UnusedVariable") // queries read the fields
class AuditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_id")
    @SequenceGenerator(name = "audit_entry_id", sequenceName = "audit_entry_id", allocationSize = 1)
    private long id;

    @Column(name = "done_at")
    private OffsetDateTime doneAt;

    private String actor;
    private String deed;
    private String subject;

    protected AuditEntity() {}

    AuditEntity(Instant at, Act act) {
        doneAt = at.atOffset(ZoneOffset.UTC);
        actor = act.actor();
        deed = act.deed();
        subject = act.subject();
    }

    Entry toEntry() {
        return new Entry(id, doneAt.toInstant(), actor, deed, subject);
    }
}
