package io.github.saleskit.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.GoldenFile;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final SalesRep ANN = SalesRep.builder()
            .id("ann")
            .name("佐藤 Ann")
            .weight(2)
            .capacity(30)
            .addSkills("cloud", "audit")
            .addLanguages("ja", "en")
            .addTerritories("kanto")
            .zone(ZoneId.of("Asia/Tokyo"))
            .build();
    private static final SalesRep BOB =
            SalesRep.builder().id("bob").name("Bob").weight(1).build();

    @Test
    void theFirstVersionStaysReadable() {
        GoldenFile.assertReads(TeamTest.class, "team-v1.json", Team.of("Inside sales", List.of(ANN, BOB)), Team.class);
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
        assertThatThrownBy(() -> Team.of("t", List.of(ANN, BOB, ANN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"ann\" twice");
    }

    @Test
    void everyComponentIsAField() {
        assertThat(SalesRep.FIELDS.names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SalesRep.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(SalesRep.FIELDS.id(ANN)).isEqualTo("ann");
        assertThat(SalesRep.FIELDS.require("zone").value(ANN)).isEqualTo("Asia/Tokyo");
        assertThat(SalesRep.FIELDS.require("capacity").whole(ANN)).isEqualTo(30);
        assertThat(SalesRep.FIELDS.require("capacity").present(BOB)).isFalse();
    }
}
