package perennial.canary.churn.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that everybody can see. */
@Entity
public class OpenEntity {
    @Id
    public long id;
}
