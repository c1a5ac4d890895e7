package perennial.ruleengine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * Rules in Drools' classic network. Nothing of a book stays in Drools' registry: container and module are given back
 * once the knowledge base is made, so a book that nobody holds any more is garbage.
 */
final class CompiledRules {
    private static final AtomicLong BOOKS = new AtomicLong();
    private static final String FILE = "src/main/resources/perennial/book/book.drl";

    private final KieBase base;

    private CompiledRules(KieBase base) {
        this.base = base;
    }

    static CompiledRules of(List<Sentence> sentences) {
        return of(Printer.print(sentences));
    }

    /** Compiles what the guard printed; a text of other origin comes here in tests of the second line only. */
    static CompiledRules of(String printed) {
        KieServices kie = KieServices.get();
        ClassLoader types = new NarrowLoader(CompiledRules.class.getClassLoader());
        ReleaseId release = kie.newReleaseId("perennial", "book", String.valueOf(BOOKS.incrementAndGet()));
        KieFileSystem files = kie.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(kie.getResources()
                .newByteArrayResource(printed.getBytes(StandardCharsets.UTF_8), "UTF-8")
                .setResourceType(ResourceType.DRL)
                .setSourcePath(FILE));
        try {
            KieBuilder builder = kie.newKieBuilder(files, types).buildAll(DrlProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException("the guard let through what Drools can't compile: "
                        + builder.getResults().getMessages(Message.Level.ERROR));
            }
            KieContainer container = kie.newKieContainer(release, types);
            KieBase base = container.getKieBase();
            container.dispose();
            return new CompiledRules(base);
        } finally {
            kie.getRepository().removeKieModule(release);
        }
    }

    /** A session of its own: sessions are not shared between threads. */
    KieSession session() {
        return base.newKieSession();
    }
}
