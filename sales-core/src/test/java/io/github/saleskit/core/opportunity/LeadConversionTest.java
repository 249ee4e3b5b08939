package io.github.saleskit.core.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.lead.LeadHistory;
import io.github.saleskit.core.lead.LeadLifecycle;
import io.github.saleskit.core.lead.LeadProcess;
import io.github.saleskit.core.opportunity.ConvertedField.Fate;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class LeadConversionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LeadHistory QUALIFIED = LeadHistory.createdIn("qualified", NOW.minusSeconds(60));
    private static final SalesProcess PROCESS = SalesProcess.of(
            "standard",
            List.of(Stage.open("discovery", "Discovery", "0.1"), Stage.won("won", "Won"), Stage.lost("lost", "Lost")));
    private static final LeadLifecycle<Lead> LIFECYCLE = LeadLifecycle.compile(LeadProcess.standard(), Lead.FIELDS);
    private static final LeadConversion<Lead> CONVERSION =
            LeadConversion.compile(ConversionPlan.standard("discovery"), LIFECYCLE, PROCESS, Lead.FIELDS);
    private static final Lead LEAD = Lead.builder()
            .id("L-1")
            .status("qualified")
            .createdAt(NOW.minusSeconds(60))
            .name("Aoi")
            .company("Example")
            .title("Head of IT")
            .email("aoi@example.co.jp")
            .employees(240)
            .source("web form")
            .owner("ann")
            .addConsents(Consent.granted("email", NOW.minusSeconds(50)))
            .build();
    private static final ConversionRequest ALL_NEW = ConversionRequest.builder()
            .accountId("A-7")
            .contactId("C-9")
            .opportunityId("O-3")
            .by("ann")
            .build();

    private static List<String> codes(Conversion conversion) {
        return conversion.obstacles().stream()
                .map(Reason::code)
                .map(code -> code.replace("core.opportunity.", ""))
                .toList();
    }

    @Test
    void aLeadBecomesAnAccountAContactAndAnOpportunity() {
        Conversion done = CONVERSION.convert(QUALIFIED, LEAD, ALL_NEW, NOW);
        assertThat(done.converted()).isTrue();
        assertThat(done.account())
                .contains(Account.builder()
                        .id("A-7")
                        .name("Example")
                        .employees(240)
                        .owner("ann")
                        .build());
        assertThat(done.contact().orElseThrow().account()).contains("A-7");
        assertThat(done.contact()
                        .orElseThrow()
                        .mayContact("email", "newsletter", NOW)
                        .allowed())
                .isTrue();
        assertThat(done.opportunity().orElseThrow())
                .isEqualTo(Opportunity.builder()
                        .id("O-3")
                        .name("Example")
                        .account("A-7")
                        .owner("ann")
                        .history(StageHistory.createdIn("discovery", NOW))
                        .build());
        assertThat(done.next().status()).isEqualTo("converted");
        assertThat(done.next().last().by()).contains("ann");
        GoldenFile.assertReads(LeadConversionTest.class, "conversion-v1.json", done, Conversion.class);
    }

    @Test
    void everyFieldWithAValueIsAccountedFor() {
        Conversion done = CONVERSION.convert(QUALIFIED, LEAD, ALL_NEW, NOW);
        assertThat(done.fields())
                .extracting(ConvertedField::from)
                .containsAll(Lead.FIELDS.fields().stream()
                        .filter(field -> field.present(LEAD))
                        .map(field -> field.name())
                        .toList());
        assertThat(done.fields())
                .filteredOn(field -> field.fate() == Fate.LEFT)
                .extracting(ConvertedField::from, ConvertedField::value)
                .containsExactly(
                        tuple("id", "L-1"),
                        tuple("status", "qualified"),
                        tuple("createdAt", "2026-03-01T11:59:00Z"),
                        tuple("source", "web form"));
        assertThat(done.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("Converted to account A-7, contact C-9, opportunity O-3.");
    }

    @Test
    void whatIsAttachedToKeepsItsValuesAndGainsWhatItLacks() {
        Account account =
                Account.builder().id("A-1").name("Example Inc.").city("Osaka").build();
        Consent no = Consent.withdrawn("phone", NOW.minusSeconds(9));
        Contact contact = Contact.builder()
                .id("C-1")
                .name("Aoi")
                .phone("+81 6")
                .addConsents(no)
                .build();
        Conversion done = CONVERSION.convert(
                QUALIFIED,
                LEAD,
                ConversionRequest.builder().account(account).contact(contact).build(),
                NOW);
        assertThat(done.account()).contains(account.withEmployees(240).withOwner("ann"));
        assertThat(done.contact().orElseThrow().consents())
                .containsExactly(no, LEAD.consents().get(0));
        assertThat(done.contact().orElseThrow().phone()).contains("+81 6");
        assertThat(done.opportunity()).isEmpty();
        assertThat(done.fields())
                .filteredOn(field -> field.fate() == Fate.NOT_OVERWRITTEN)
                .extracting(ConvertedField::from, field -> field.to().orElse(""), ConvertedField::value)
                .containsExactly(tuple("company", "account.name", "Example"));
    }

    @Test
    void allThatIsInTheWayIsNamedAndNothingIsMade() {
        Lead bare = LEAD.withCompany(Optional.empty()).withName(Optional.empty());
        LeadHistory working = LeadHistory.createdIn("working", NOW.minusSeconds(60));
        Contact elsewhere =
                Contact.builder().id("C-1").name("Aoi").account("A-99").build();
        Conversion refused =
                CONVERSION.convert(working, bare, ALL_NEW.withContact(elsewhere).withAccountId("A-1"), NOW);
        assertThat(refused.converted()).isFalse();
        assertThat(codes(refused)).containsExactly("core.lead.noWay", "newAndExisting", "missing", "contactElsewhere");
        assertThat(refused.next()).isEqualTo(working);
        assertThat(refused.account()).isEmpty();
        JsonLine.assertRoundTrip(refused, Conversion.class);
        assertThat(codes(CONVERSION.convert(
                        QUALIFIED, bare, ConversionRequest.builder().build(), NOW)))
                .containsExactly("missing", "missing", "missing", "missing");
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        record Row(long employees, BigMoney budget) {}
        FieldSet<Row> fields = FieldSet.of(Row.class)
                .whole("employees", Row::employees)
                .money("budget", Row::budget)
                .text("name", row -> "x")
                .build();
        ConversionPlan plan = ConversionPlan.of("p", "converted", "discovery")
                .mapping("employees", "account.employees")
                .mapping("budget", "opportunity.amount")
                .mapping("name", "account.name")
                .mapping("name", "contact.name");
        LeadConversion<Row> conversion =
                LeadConversion.compile(plan, LeadLifecycle.compile(LeadProcess.standard(), fields), PROCESS, fields);
        BigMoney fine = BigMoney.parse("EUR 10.005");
        assertThat(codes(conversion.convert(QUALIFIED, new Row(1, fine), ALL_NEW, NOW)))
                .containsExactly("valueInvalid");
        Conversion refused = conversion.convert(QUALIFIED, new Row(-1, BigMoney.parse("EUR 10")), ALL_NEW, NOW);
        assertThat(codes(refused)).containsExactly("valueInvalid");
        assertThat(refused.next()).isEqualTo(QUALIFIED);
        assertThat(conversion
                        .convert(QUALIFIED, new Row(5, BigMoney.parse("EUR 10")), ALL_NEW, NOW)
                        .converted())
                .isTrue();
    }

    @Test
    void everyProblemOfAPlanIsReported() {
        ConversionPlan plan = ConversionPlan.of("p", "qualified", "won")
                .mapping("compny", "account.name")
                .mapping("company", "account.nam")
                .mapping("employees", "contact.name")
                .mapping("name", "contact.name")
                .mapping("interests", "contact.consents");
        assertThat(catchThrowableOfType(
                                DefinitionException.class,
                                () -> LeadConversion.compile(plan, LIFECYCLE, PROCESS, Lead.FIELDS))
                        .problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/status", "conversion.statusType"),
                        tuple("/stage", "conversion.stageType"),
                        tuple("/mappings/0/from", "field.unknown"),
                        tuple("/mappings/1/to", "conversion.unknownPlace"),
                        tuple("/mappings/2", "conversion.kind"),
                        tuple("/mappings/3/to", "conversion.duplicatePlace"),
                        tuple("/mappings/4", "conversion.kind"));
        ConversionPlan lost = ConversionPlan.of("p", "convertd", "discvery");
        assertThat(catchThrowableOfType(
                                DefinitionException.class,
                                () -> LeadConversion.compile(lost, LIFECYCLE, PROCESS, Lead.FIELDS))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("conversion.unknownStatus", "conversion.unknownStage");
    }

    @Test
    void thePlanStaysReadable() {
        ConversionPlan plan = ConversionPlan.of("small", "converted", "discovery")
                .mapping("company", "account.name")
                .mapping("name", "contact.name");
        GoldenFile.assertReads(LeadConversionTest.class, "conversion-plan-v1.json", plan, ConversionPlan.class);
        JsonLine.assertRoundTrip(ALL_NEW, ConversionRequest.class);
    }
}
