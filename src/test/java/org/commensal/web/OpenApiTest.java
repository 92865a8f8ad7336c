package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.LedgerVerification;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Checkpoint;
import org.commensal.enrolment.Identity;
import org.commensal.export.Release;
import org.commensal.imports.DryRun;
import org.commensal.imports.Finding;
import org.commensal.imports.ResultImported;
import org.commensal.kernel.Text;
import org.commensal.kits.KitRegister;
import org.commensal.kits.MakeKits;
import org.commensal.kits.Shipment;
import org.commensal.protocol.Study;
import org.commensal.randomisation.Gate;
import org.commensal.web.access.InvitationResource;
import org.commensal.web.access.PeopleResource;
import org.commensal.web.access.SessionResource;
import org.commensal.web.access.SetUpResource;
import org.commensal.web.access.TokenResource;
import org.commensal.web.closing.ClosingResource;
import org.commensal.web.closing.FreezingResource;
import org.commensal.web.closing.RecordResource;
import org.commensal.web.closing.SignatureResource;
import org.commensal.web.enrolment.EligibilityResource;
import org.commensal.web.enrolment.EnrolmentResource;
import org.commensal.web.enrolment.LinkResource;
import org.commensal.web.enrolment.ParticipantResource;
import org.commensal.web.enrolment.ScreeningOutcomeResource;
import org.commensal.web.imports.ImportListResource;
import org.commensal.web.kits.KitResource;
import org.commensal.web.kits.RecallResource;
import org.commensal.web.quality.DeviationResource;
import org.commensal.web.quality.MissingDataResource;
import org.commensal.web.quality.QueryListResource;
import org.commensal.web.quality.QueryResource;
import org.commensal.web.questionnaires.DoubleEntryResource;
import org.commensal.web.questionnaires.ResponseResource;
import org.commensal.web.questionnaires.TaskResource;
import org.commensal.web.randomisation.AllocationEventResource;
import org.commensal.web.randomisation.AllocationRequestResource;
import org.commensal.web.randomisation.CommitmentResource;
import org.commensal.web.randomisation.EnvelopeResource;
import org.commensal.web.randomisation.LedgerResource;
import org.commensal.web.randomisation.RandomisationResource;
import org.commensal.web.reminders.ReminderResource;
import org.commensal.web.safety.AdverseEventResource;
import org.commensal.web.safety.AlertResource;
import org.commensal.web.safety.IntercurrentEventResource;
import org.commensal.web.safety.MedicationResource;
import org.commensal.web.studies.AuditResource;
import org.commensal.web.studies.FlowResource;
import org.commensal.web.studies.GoLiveResource;
import org.commensal.web.studies.SimulationResource;
import org.commensal.web.studies.StudyImportResource;
import org.commensal.web.studies.StudyResource;
import org.commensal.web.studies.VersionResource;
import org.commensal.web.unblinding.CodeBreakResource;
import org.commensal.web.unblinding.UnblindingResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published description of the API says of every route what the route does, and of no other. */
class OpenApiTest {

    private static final String DOCUMENT = "/META-INF/openapi.yaml";

    /** Every record that is sent, with the schema that describes it. */
    private static final Map<Class<?>, String> SENT = Map.ofEntries(
            Map.entry(StudyResource.Shown.class, "Study"),
            Map.entry(VersionResource.Shown.class, "Version"),
            Map.entry(GoLiveResource.Shown.class, "GoLive"),
            Map.entry(GoLiveResource.Item.class, "GoLiveItem"),
            Map.entry(GoLiveResource.Run.class, "DryRun"),
            Map.entry(GoLiveResource.Given.class, "GoLiveApproval"),
            Map.entry(VersionResource.Differences.class, "Differences"),
            Map.entry(VersionResource.Difference.class, "Difference"),
            Map.entry(StudyImportResource.Made.class, "StudyImport"),
            Map.entry(StudyImportResource.Lost.class, "ImportLoss"),
            Map.entry(Study.Site.class, "Site"),
            Map.entry(Study.ArmDescription.class, "Arm"),
            Map.entry(Study.ConsentDocument.class, "ConsentDocument"),
            Map.entry(Study.Comprehension.class, "Comprehension"),
            Map.entry(Study.ConsentQuestion.class, "ConsentQuestion"),
            Map.entry(Text.class, "Text"),
            Map.entry(ParticipantResource.Shown.class, "Participant"),
            Map.entry(ParticipantResource.Listed.class, "ParticipantPage"),
            Map.entry(EnrolmentResource.Made.class, "Enrolled"),
            Map.entry(LinkResource.Issued.class, "LinkIssued"),
            Map.entry(Identity.class, "Identity"),
            Map.entry(EligibilityResource.Assessed.class, "Eligibility"),
            Map.entry(EligibilityResource.Judged.class, "Criterion"),
            Map.entry(Gate.class, "Gate"),
            Map.entry(RandomisationResource.Done.class, "Randomised"),
            Map.entry(TaskResource.Shown.class, "Task"),
            Map.entry(ReminderResource.Shown.class, "Reminder"),
            Map.entry(ResponseResource.Taken.class, "Receipt"),
            Map.entry(ResponseResource.Shown.class, "Response"),
            Map.entry(DoubleEntryResource.Shown.class, "DoubleEntry"),
            Map.entry(AlertResource.Shown.class, "Alert"),
            Map.entry(ImportListResource.Shown.class, "ResultImports"),
            Map.entry(ImportListResource.Offered.class, "ResultImport"),
            Map.entry(ResultImported.class, "ResultImported"),
            Map.entry(DryRun.class, "ResultDryRun"),
            Map.entry(DryRun.Correction.class, "ResultCorrection"),
            Map.entry(Finding.class, "ResultFinding"),
            Map.entry(AlertResource.Done.class, "AlertDone"),
            Map.entry(QueryListResource.Page.class, "QueryPage"),
            Map.entry(QueryResource.Shown.class, "Query"),
            Map.entry(QueryResource.Entry.class, "QueryEntry"),
            Map.entry(DeviationResource.Page.class, "DeviationPage"),
            Map.entry(DeviationResource.Line.class, "DeviationLine"),
            Map.entry(DeviationResource.Shown.class, "Deviation"),
            Map.entry(DeviationResource.Entry.class, "DeviationEntry"),
            Map.entry(MissingDataResource.Line.class, "MissingData"),
            Map.entry(AdverseEventResource.Shown.class, "AdverseEvent"),
            Map.entry(AdverseEventResource.Judged.class, "AdverseEventJudgement"),
            Map.entry(AdverseEventResource.Followed.class, "SeriousEvent"),
            Map.entry(AdverseEventResource.Step.class, "SeriousEventStep"),
            Map.entry(AdverseEventResource.Report.class, "SafetyReport"),
            Map.entry(MedicationResource.Shown.class, "Medicine"),
            Map.entry(MedicationResource.Changed.class, "MedicineChange"),
            Map.entry(IntercurrentEventResource.Shown.class, "IntercurrentEvent"),
            Map.entry(ClosingResource.Shown.class, "ParticipantClosing"),
            Map.entry(FreezingResource.Shown.class, "FrozenScope"),
            Map.entry(RecordResource.Shown.class, "FormRecord"),
            Map.entry(SignatureResource.Listed.class, "Signatures"),
            Map.entry(SignatureResource.Shown.class, "Signature"),
            Map.entry(FlowResource.Shown.class, "Flow"),
            Map.entry(FlowResource.Allocated.class, "FlowGroup"),
            Map.entry(ScreeningOutcomeResource.Shown.class, "ScreeningOutcome"),
            Map.entry(AllocationEventResource.Shown.class, "AllocationHistory"),
            Map.entry(AllocationEventResource.Happened.class, "AllocationEvent"),
            Map.entry(AllocationRequestResource.Shown.class, "AllocationRequest"),
            Map.entry(AllocationRequestResource.Decided.class, "AllocationDecision"),
            Map.entry(EnvelopeResource.Shown.class, "Envelope"),
            Map.entry(EnvelopeResource.Printed.class, "EnvelopeSheet"),
            Map.entry(CodeBreakResource.Broken.class, "CodeBroken"),
            Map.entry(UnblindingResource.Shown.class, "Unblinding"),
            Map.entry(UnblindingResource.Decided.class, "UnblindingDecided"),
            Map.entry(KitResource.Shown.class, "Kit"),
            Map.entry(MakeKits.Made.class, "KitList"),
            Map.entry(KitRegister.SiteStock.class, "SiteStock"),
            Map.entry(KitRegister.KindStock.class, "KindStock"),
            Map.entry(KitRegister.Sent.class, "KitShipment"),
            Map.entry(Shipment.class, "KitShipmentMade"),
            Map.entry(RecallResource.Shown.class, "KitRecall"),
            Map.entry(SimulationResource.Job.class, "SimulationJob"),
            Map.entry(SimulationResource.Shown.class, "Simulation"),
            Map.entry(SimulationResource.Simulated.class, "SimulatedMethod"),
            Map.entry(SimulationResource.Measured.class, "SimulatedFigure"),
            Map.entry(Release.class, "Release"),
            Map.entry(Release.FileEntry.class, "ReleaseFile"),
            Map.entry(CommitmentResource.Shown.class, "SeedCommitment"),
            Map.entry(CommitmentResource.Scheme.class, "AllocationScheme"),
            Map.entry(Contribution.class, "SeedContribution"),
            Map.entry(LedgerResource.Shown.class, "LedgerVerification"),
            Map.entry(LedgerResource.Scheme.class, "SchemeVerification"),
            Map.entry(LedgerVerification.Fault.class, "LedgerFault"),
            Map.entry(AuditResource.Listed.class, "AuditPage"),
            Map.entry(AuditTrail.Entry.class, "AuditEntry"),
            Map.entry(Checkpoint.class, "Checkpoint"),
            Map.entry(AuditResource.Verified.class, "Verification"),
            Map.entry(SessionResource.Me.class, "Me"),
            Map.entry(SessionResource.GrantEntry.class, "Grant"),
            Map.entry(TokenResource.Made.class, "TokenMade"),
            Map.entry(TokenResource.Listed.class, "TokenListed"),
            Map.entry(PeopleResource.Listed.class, "Person"),
            Map.entry(PeopleResource.Held.class, "GrantHeld"),
            Map.entry(PeopleResource.Invited.class, "Invited"),
            Map.entry(InvitationResource.Accepted.class, "Accepted"),
            Map.entry(SetUpResource.Made.class, "Administrator"));

    /** A route as the code has it. */
    private record Route(Class<?> resource, Method method) {

        String address() {
            String path = resource.getAnnotation(Path.class).value() + suffix();
            return verb() + " " + path;
        }

        private String suffix() {
            return Optional.ofNullable(method.getAnnotation(Path.class))
                    .map(path -> "/" + path.value())
                    .orElse("");
        }

        String verb() {
            return Stream.of(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
                    .map(HttpMethod::value)
                    .findFirst()
                    .orElseThrow();
        }

        Set<String> takes() {
            Consumes consumes = method.getAnnotation(Consumes.class);
            return consumes == null ? Set.of() : Set.of(consumes.value());
        }

        boolean open() {
            return method.isAnnotationPresent(PermitAll.class) || resource.isAnnotationPresent(PermitAll.class);
        }

        Set<String> asks() {
            Stream<QueryParam> own = Stream.of(method.getParameterAnnotations())
                    .flatMap(Stream::of)
                    .filter(QueryParam.class::isInstance)
                    .map(QueryParam.class::cast);
            Stream<QueryParam> gathered = Stream.of(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                    .flatMap(parameter -> Stream.of(parameter.getType().getDeclaredFields()))
                    .flatMap(field -> Stream.ofNullable(field.getAnnotation(QueryParam.class)));
            return Stream.concat(own, gathered).map(QueryParam::value).collect(Collectors.toSet());
        }
    }

    private static Map<String, Object> document() {
        try (InputStream in = OpenApiTest.class.getResourceAsStream(DOCUMENT)) {
            return object(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> part(Map<String, Object> node, String... names) {
        Map<String, Object> found = node;
        for (String name : names) {
            found = object(found.getOrDefault(name, Map.of()));
        }
        return found;
    }

    static List<Route> routes() {
        return new ClassFileImporter()
                .importPackages("org.commensal.web").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .filter(resource ->
                                resource.getAnnotation(Path.class).value().startsWith("/api"))
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods())
                                .filter(OpenApiTest::isRoute)
                                .map(method -> new Route(resource, method)))
                        .toList();
    }

    private static boolean isRoute(Method method) {
        Predicate<Annotation> verb = found -> found.annotationType().isAnnotationPresent(HttpMethod.class);
        return Arrays.stream(method.getAnnotations()).anyMatch(verb);
    }

    private static Map<String, Map<String, Object>> described() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        part(document(), "paths").forEach((path, item) -> object(item).forEach((verb, operation) -> {
            if (!verb.equals("parameters")) {
                operations.put(verb.toUpperCase(Locale.ROOT) + " " + path, object(operation));
            }
        }));
        return operations;
    }

    @Test
    void everyRouteIsDescribedAndNothingElseIs() {
        Set<String> inCode = routes().stream().map(Route::address).collect(Collectors.toCollection(TreeSet::new));
        assertThat(inCode).hasSizeGreaterThan(25).isEqualTo(described().keySet());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteTakesWhatIsDescribed(Route route) {
        Map<String, Object> operation = described().getOrDefault(route.address(), Map.of());
        assertThat(content(resolved(part(operation, "requestBody")))).isEqualTo(route.takes());
        Set<Object> parameters = list(operation, "parameters").stream()
                .map(OpenApiTest::resolved)
                .filter(parameter -> Objects.equals(parameter.get("in"), "query"))
                .map(parameter -> parameter.get("name"))
                .collect(Collectors.toSet());
        assertThat(parameters).isEqualTo(route.asks());
        boolean open =
                operation.containsKey("security") && list(operation, "security").isEmpty();
        assertThat(open).isEqualTo(route.open());
        assertThat(operation).containsKeys("summary", "tags", "responses");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteSendsWhatIsDescribed(Route route) {
        Map<String, Object> responses = part(described().getOrDefault(route.address(), Map.of()), "responses");
        Type sent = route.method().getGenericReturnType();
        if (sent == void.class) {
            assertThat(responses).containsKey("204");
        } else if (sent != Response.class) {
            Map<String, Object> success = resolved(responses.getOrDefault("200", Map.of()));
            assertThat(part(success, "content", "application/json", "schema")).isEqualTo(schema(sent));
        }
        assertThat(responses).containsKey("default");
    }

    @Test
    void everyRecordHasTheFieldsOfItsSchema() {
        SENT.forEach((record, name) -> {
            Map<String, Object> schema = part(document(), "components", "schemas", name);
            Set<String> fields = new TreeSet<>();
            Set<Object> always = new HashSet<>();
            for (RecordComponent component : record.getRecordComponents()) {
                fields.add(component.getName());
                if (component.getType() != Optional.class) {
                    always.add(component.getName());
                }
            }
            assertThat(part(schema, "properties").keySet()).as(name).isEqualTo(fields);
            assertThat(Set.copyOf(list(schema, "required"))).as(name).isEqualTo(always);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(document())).isNotEmpty().allSatisfy(reference -> assertThat(
                        resolved(Map.of("$ref", reference)))
                .as(reference)
                .isNotEmpty());
    }

    @Test
    void noSentenceIsCutAtItsComma() {
        assertThat(withoutValue("", document())).isEmpty();
    }

    private static List<String> withoutValue(String place, @Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> withoutValue(place + "/" + entry.getKey(), entry.getValue()).stream())
                    .toList();
        }
        return node == null ? List.of(place) : List.of();
    }

    private static Set<String> references(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .flatMap(entry -> entry.getKey().equals("$ref")
                            ? Stream.of((String) entry.getValue())
                            : references(entry.getValue()).stream())
                    .collect(Collectors.toSet());
        }
        return node instanceof List<?> list
                ? list.stream().flatMap(each -> references(each).stream()).collect(Collectors.toSet())
                : Set.of();
    }

    private static Map<String, Object> schema(Type sent) {
        if (sent instanceof ParameterizedType list) {
            return Map.of("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        return Map.of("$ref", "#/components/schemas/" + SENT.get(sent));
    }

    private static Set<String> content(Map<String, Object> described) {
        return part(described, "content").keySet();
    }

    private static Map<String, Object> resolved(Object node) {
        Map<String, Object> found = object(node);
        if (!found.containsKey("$ref")) {
            return found;
        }
        return part(document(), ((String) found.get("$ref")).substring(2).split("/"));
    }

    private static List<Object> list(Map<String, Object> node, String name) {
        return node.containsKey(name) ? List.copyOf((List<?>) node.get(name)) : List.of();
    }
}
