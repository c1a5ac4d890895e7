package perennial.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import perennial.canary.analytics.KnowsTheServer;
import perennial.canary.analytics.KnowsWhatIsToItsRight;
import perennial.canary.analytics.ReadsTheClock;
import perennial.canary.analytics.ThrowsUnseededDice;
import perennial.canary.churn.Sleeper;
import perennial.canary.churn.SpeaksEnglishAlone;
import perennial.canary.churn.StrayBean;
import perennial.canary.churn.StrayPersistence;
import perennial.canary.churn.Talker;
import perennial.canary.churn.ValueHelper;
import perennial.canary.churn.ejb.TimerOfTheContainer;
import perennial.canary.churn.jpa.OpenEntity;
import perennial.canary.churn.util.Odds;
import perennial.canary.garage.HasNoPlaceInTheHouse;
import perennial.canary.metrics.ejb.ReachesPastThePromise;

/**
 * The rules of the house, each with classes that break it and must be caught: a rule about something that does not
 * exist would pass for ever. A rule is made for a root of packages, the product's or that of the canaries.
 */
enum HouseRule {
    MODULES_POINT_ONE_WAY(KnowsWhatIsToItsRight.class, HasNoPlaceInTheHouse.class) {
        @Override
        ArchRule under(String root) {
            return classes().should(new Directions(root).areKept());
        }
    },
    THE_ROOT_PACKAGE_IS_THE_PROMISE(ReachesPastThePromise.class) {
        @Override
        ArchRule under(String root) {
            return classes().should(new Directions(root).keepToPromises());
        }
    },
    ALGORITHMS_KNOW_NO_SERVER(KnowsTheServer.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that(arePure(root))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta..",
                            "javax.sql..",
                            "javax.naming..",
                            "java.sql..",
                            "org.eclipse.microprofile..",
                            "org.eclipse.persistence..",
                            "org.glassfish..",
                            "fish.payara..");
        }
    },
    TIME_AND_CHANCE_COME_IN_FROM_OUTSIDE(ReadsTheClock.class, ThrowsUnseededDice.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that(arePure(root))
                    .should()
                    .accessTargetWhere(access("read a clock or unseeded chance", HouseRule::isHidden));
        }
    },
    PACKAGES_AND_CLASSES_SAY_WHAT_THEY_DO(Odds.class, ValueHelper.class) {
        @Override
        ArchRule under(String root) {
            return noClasses().should(be(describe("named after nothing", HouseRule::isEmptyName)));
        }
    },
    NOBODY_SLEEPS(Sleeper.class) {
        /** A command that follows a run on a server has to wait between two questions. */
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".cli..")
                    .should()
                    .accessTargetWhere(access("sleep", HouseRule::isSleep));
        }
    },
    ENTITIES_STAY_IN_JPA(OpenEntity.class) {
        @Override
        ArchRule under(String root) {
            return classes()
                    .that(areAnnotatedWithAny(List.of(Entity.class, Embeddable.class, MappedSuperclass.class)))
                    .should()
                    .resideInAPackage(root + ".*.jpa")
                    .andShould()
                    .notBePublic()
                    .allowEmptyShould(true);
        }
    },
    PERSISTENCE_STAYS_IN_JPA(StrayPersistence.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".*.jpa")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.persistence..");
        }
    },
    SESSION_BEANS_LIVE_IN_EJB(StrayBean.class) {
        @Override
        ArchRule under(String root) {
            return classes()
                    .that(areAnnotatedWithAny(
                            List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class)))
                    .should()
                    .resideInAnyPackage(root + ".*.ejb", root + ".migrations");
        }
    },
    TIMERS_ARE_BEAN_MANAGED(TimerOfTheContainer.class) {
        /** The server cancels a timer for ever whose own transaction failed twice. */
        @Override
        ArchRule under(String root) {
            return classes()
                    .that(describe("have a timer", HouseRule::hasTimer))
                    .should(be(describe("bean-managed", HouseRule::isBeanManaged)));
        }
    },
    ONLY_PROGRAMS_TALK_TO_THE_TERMINAL(Talker.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(root + ".cli..", root + ".launcher..")
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
        }
    },
    REFUSALS_ARE_TOLD_IN_BOTH_LANGUAGES(SpeaksEnglishAlone.class) {
        /** Algorithms, and the programs of a shell, are called by developers. */
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            root + ".kernel..",
                            root + ".analytics..",
                            root + ".ruleengine..",
                            root + ".simulator..",
                            root + ".cli..")
                    .should()
                    .accessTargetWhere(access("refuse in English alone", HouseRule::isEnglishAlone));
        }
    };

    private static final Set<String> EMPTY_PACKAGES =
            Set.of("util", "utils", "common", "helper", "impl", "dto", "service", "manager");
    private static final List<String> EMPTY_SUFFIXES =
            List.of("Util", "Utils", "Common", "Helper", "Impl", "Dto", "DTO", "Service", "Manager");

    @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed
    private final List<Class<?>> canaries;

    HouseRule(Class<?>... canaries) {
        this.canaries = List.of(canaries);
    }

    List<Class<?>> canaries() {
        return canaries;
    }

    abstract ArchRule under(String root);

    private static DescribedPredicate<JavaClass> arePure(String root) {
        List<String> pure = List.of(root + ".kernel", root + ".analytics");
        return describe(
                "are in kernel or analytics",
                type -> pure.stream().anyMatch(name -> (type.getPackageName() + ".").startsWith(name + ".")));
    }

    private static DescribedPredicate<JavaClass> areAnnotatedWithAny(List<Class<? extends Annotation>> annotations) {
        return describe(
                "have one of the annotations", type -> annotations.stream().anyMatch(type::isAnnotatedWith));
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Predicate<AccessTarget> target) {
        return describe(description, access -> target.test(access.getTarget()));
    }

    private static boolean isHidden(AccessTarget target) {
        JavaClass owner = target.getOwner();
        boolean clock = (target.getName().equals("now")
                        && owner.getPackageName().equals("java.time"))
                || (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
                || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
        boolean chance = target.getFullName().equals(Random.class.getName() + ".<init>()")
                || target.getFullName().equals(SplittableRandom.class.getName() + ".<init>()")
                || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"))
                || owner.isEquivalentTo(ThreadLocalRandom.class);
        return clock || chance;
    }

    private static boolean isSleep(AccessTarget target) {
        return target.getName().equals("sleep")
                && (target.getOwner().isEquivalentTo(Thread.class)
                        || target.getOwner().isEquivalentTo(TimeUnit.class));
    }

    private static boolean isEnglishAlone(AccessTarget target) {
        return target.getOwner().getPackageName().equals("perennial.kernel")
                && target.getOwner().isAssignableTo(RuntimeException.class)
                && target.getFullName().endsWith("java.lang.String, java.lang.String)");
    }

    private static boolean hasTimer(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(Schedule.class)
                        || method.isAnnotatedWith(Schedules.class)
                        || method.isAnnotatedWith(Timeout.class));
    }

    private static boolean isBeanManaged(JavaClass type) {
        return type.tryGetAnnotationOfType(TransactionManagement.class)
                .filter(management -> management.value() == TransactionManagementType.BEAN)
                .isPresent();
    }

    private static boolean isEmptyName(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\.")).anyMatch(EMPTY_PACKAGES::contains)
                || EMPTY_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith);
    }
}
