package perennial.crmapi;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The interface for a CRM, under {@code /api/v1}. */
@ApplicationPath("v1")
public class CrmApi extends Application {}
