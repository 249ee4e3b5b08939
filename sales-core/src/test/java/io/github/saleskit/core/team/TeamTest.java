package io.github.saleskit.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.WorkingInterval;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final SalesRep ANN = SalesRep.builder()
            .id("ann")
            .name("佐藤 Ann")
            .weight(2)
            .capacity(30)
            .dailyLimit(5)
            .weeklyLimit(20)
            .tier(1)
            .putSkills("cloud", 3)
            .addSkills("audit")
            .addLanguages("ja", "en")
            .addTerritories("kanto")
            .addConflicts("acme")
            .manager("bob")
            .startedOn(LocalDate.of(2026, 4, 1))
            .zone(TOKYO)
            .hours("office")
            .addAbsences(Absence.days(LocalDate.of(2026, 8, 11), LocalDate.of(2026, 8, 14), TOKYO)
                    .withKind("leave"))
            .build();
    private static final SalesRep BOB = rep("bob");
    private static final BusinessHours OFFICE = BusinessHours.builder()
            .name("office")
            .zone(TOKYO)
            .putWeek(
                    DayOfWeek.MONDAY,
                    List.of(WorkingInterval.parse("09:00-12:00"), WorkingInterval.parse("13:00-18:00")))
            .build();

    private static SalesRep rep(String id) {
        return SalesRep.builder()
                .id(id)
                .name(id.equals("bob") ? "Bob" : id)
                .weight(1)
                .build();
    }

    private static SalesRep rep(String id, String manager) {
        return SalesRep.builder().id(id).name(id).weight(1).manager(manager).build();
    }

    @Test
    void theFirstVersionStaysReadable() {
        Team team = Team.of("Inside sales", List.of(ANN, BOB)).withHours(OFFICE);
        GoldenFile.assertReads(TeamTest.class, "team-v1.json", team, Team.class);
    }

    @Test
    void repsAreFoundById() {
        Team team = Team.of("t", List.of(ANN, BOB));
        assertThat(team.rep("bob")).contains(BOB);
        assertThat(team.rep("cem")).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> ANN.withWeight(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight of ann is 0");
        assertThatThrownBy(() -> ANN.withCapacity(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capacity of ann is -1");
        assertThatThrownBy(() -> ANN.withTier(0)).hasMessageContaining("tier of ann is 0, but must be at least 1");
        assertThatThrownBy(() -> SalesRep.builder()
                        .id("x")
                        .name("x")
                        .weight(1)
                        .putSkills("cloud", 0)
                        .build())
                .hasMessageContaining("level of skill cloud of x is 0");
        assertThatThrownBy(() -> Team.of("t", List.of(ANN, BOB, ANN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"ann\" twice");
        assertThatThrownBy(() -> Team.of("t", List.of()).withHours(OFFICE, OFFICE))
                .hasMessageContaining("\"office\" twice");
        assertThatThrownBy(() -> Absence.between(Instant.EPOCH, Instant.EPOCH)).hasMessageContaining("must be after");
    }

    @Test
    void everyComponentIsAField() {
        List<String> names = new ArrayList<>(Arrays.stream(SalesRep.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
        names.add("skillLevels");
        assertThat(SalesRep.FIELDS.names()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(SalesRep.FIELDS.id(ANN)).isEqualTo("ann");
        assertThat(SalesRep.FIELDS.require("zone").value(ANN)).isEqualTo("Asia/Tokyo");
        assertThat(SalesRep.FIELDS.require("capacity").whole(ANN)).isEqualTo(30);
        assertThat(SalesRep.FIELDS.require("capacity").present(BOB)).isFalse();
        assertThat(SalesRep.FIELDS.require("skillLevels").value(ANN))
                .asInstanceOf(InstanceOfAssertFactories.iterable(String.class))
                .containsExactly("audit", "cloud:3");
    }

    @Test
    void skillLevelsReadAsTheyAreWritten() {
        for (String text : List.of("cloud:3", "cloud", "365", "a:b", "a:b:2", ":x", "c:1:1", "x:2147483648000")) {
            assertThat(SkillLevel.parse(text).toString()).isEqualTo(text);
            assertThat(SkillLevel.parse(SkillLevel.parse(text).toString())).isEqualTo(SkillLevel.parse(text));
        }
        assertThat(SkillLevel.parse("cloud:1").toString()).isEqualTo("cloud");
        assertThat(SkillLevel.parse("cloud:3").covers(SkillLevel.parse("cloud")))
                .isTrue();
        assertThat(SkillLevel.parse("cloud").covers(SkillLevel.parse("cloud:2")))
                .isFalse();
        assertThat(SkillLevel.parse("clouds:9").covers(SkillLevel.parse("cloud")))
                .isFalse();
        assertThatThrownBy(() -> SkillLevel.parse("cloud:0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> SkillLevel.parse(" :2")).hasMessageContaining("blank");
        assertThat(SkillLevel.find("cloud:3")).contains(SkillLevel.parse("cloud:3"));
        for (String text : new String[] {"cloud:0", " :2", "", "  "}) {
            assertThat(SkillLevel.find(text)).isEmpty();
        }
        JsonLine.assertRoundTrip(SkillLevel.parse("cloud:3"), SkillLevel.class);
    }

    @Test
    void aRampRisesFromStepToStep() {
        Ramp ramp = Ramp.of("90 days", new Ramp.Step(0, .25), new Ramp.Step(30, .5), new Ramp.Step(90, 1));
        LocalDate start = LocalDate.of(2026, 4, 1);
        assertThat(ramp.share(start, start.minusDays(1))).isZero();
        assertThat(ramp.share(start, start)).isEqualTo(.25);
        assertThat(ramp.share(start, start.plusDays(29))).isEqualTo(.25);
        assertThat(ramp.share(start, start.plusDays(30))).isEqualTo(.5);
        assertThat(ramp.share(start, start.plusYears(3))).isEqualTo(1);
        GoldenFile.assertReads(TeamTest.class, "ramp-v1.json", ramp, Ramp.class);
        assertThatThrownBy(() -> Ramp.of("r", new Ramp.Step(3, .5), new Ramp.Step(3, .6)))
                .hasMessageContaining("must start after day 3");
        assertThatThrownBy(() -> new Ramp.Step(0, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void reportingLinesLeadUpAndDown() {
        ReportingLines lines = ReportingLines.compile(
                Team.of("t", List.of(rep("a", "m"), rep("b", "m"), rep("m", "z"), rep("z"), rep("c", "b"))));
        assertThat(lines.managerOf("a")).contains("m");
        assertThat(lines.managerOf("z")).isEmpty();
        assertThat(lines.managersOf("c")).containsExactly("b", "m", "z");
        assertThat(lines.reportsOf("m")).containsExactly("a", "b");
        assertThat(lines.teamOf("z")).containsExactly("m", "a", "b", "c");
        assertThat(lines.teamOf("nobody")).isEmpty();
    }

    @Test
    void circlesAndUnknownManagersAreProblems() {
        Team team = Team.of(
                "t",
                List.of(rep("a", "b"), rep("b", "c"), rep("c", "a"), rep("d", "a"), rep("e", "e"), rep("f", "zz")));
        assertThatThrownBy(() -> ReportingLines.compile(team))
                .asInstanceOf(InstanceOfAssertFactories.type(DefinitionException.class))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::pointer, Problem::code)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("/reps/0/manager", "team.managerCircle"),
                                org.assertj.core.groups.Tuple.tuple("/reps/4/manager", "team.managerCircle"),
                                org.assertj.core.groups.Tuple.tuple("/reps/5/manager", "team.managerUnknown")));
    }
}
