package perennial.verification.crm;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before the CRM's door: so many requests meet a fault before they get in, the others are counted. */
final class Threshold extends Filter {
    private final AtomicInteger faults;
    private final AtomicInteger passed = new AtomicInteger();

    Threshold(int faults) {
        this.faults = new AtomicInteger(faults);
    }

    @Override
    public void doFilter(HttpExchange request, Chain chain) throws IOException {
        if (faults.getAndDecrement() > 0) {
            request.sendResponseHeaders(500, -1);
            request.close();
        } else {
            passed.incrementAndGet();
            chain.doFilter(request);
        }
    }

    int passed() {
        return passed.get();
    }

    @Override
    public String description() {
        return "faults on the way in";
    }
}
