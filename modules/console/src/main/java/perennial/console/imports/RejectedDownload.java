package perennial.console.imports;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import perennial.activity.Imports;

/** The lines that an import set apart, as a file. For analysts. */
@WebServlet("/runs/rejected")
public class RejectedDownload extends HttpServlet {
    @Inject
    private Imports imports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = Objects.requireNonNullElse(request.getParameter("id"), "");
        if (!number.matches("\\d{1,18}")
                || KnownImport.of(imports, Long.parseLong(number)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"set-apart-" + number + ".csv\"");
        imports.writeRejected(Long.parseLong(number), response.getOutputStream());
    }
}
