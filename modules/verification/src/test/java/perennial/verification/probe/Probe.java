package perennial.verification.probe;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import perennial.access.AuditTrail;
import perennial.activity.Shop;

/** Opens a shop in a transaction that it commits or rolls back, and tells what is there afterwards. */
@WebServlet("/transaction")
public class Probe extends HttpServlet {
    @Inject
    private Shop shop;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String name = request.getParameter("name");
        try {
            transaction.begin();
            shop.open(named(name), "probe");
            if (request.getParameter("end").equals("commit")) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception e) {
            throw new ServletException(e);
        }
        boolean audited = trail.entries(AuditTrail.Selection.ALL, 1000).stream()
                .anyMatch(entry -> entry.subject().equals(name));
        response.getWriter()
                .print("shop " + shop.settings().map(Shop.Settings::name).orElse("none")
                        + (audited ? ", audited" : ", not audited"));
    }

    private static Shop.Settings named(String name) {
        return new Shop.Settings(
                name,
                Currency.getInstance("EUR"),
                ZoneId.of("UTC"),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty());
    }
}
