package consumer;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.MoneyMixIns;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.team.SalesRep;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import tools.jackson.databind.json.JsonMapper;

/** A host on the module path that stores this library's values with Jackson 3, as the README says. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String json = "{\"version\":1,\"name\":\"inbound\",\"grades\":[{\"name\":\"A\",\"from\":40}]}";
        // README: begin
        JsonMapper.Builder builder = JsonMapper.builder();
        MoneyMixIns.ALL.forEach(builder::addMixIn);
        JsonMapper mapper = builder.build();
        ScoringModel model = mapper.readValue(json, ScoringModel.class);
        // README: end
        require(mapper.writeValueAsString(model).equals(json));
        SalesRep rep = SalesRep.builder().id("ann").name("Ann").weight(1).startedOn(LocalDate.of(2026, 4, 1)).build();
        require(mapper.writeValueAsString(rep).contains("\"2026-04-01\""));
        require(rep.equals(mapper.readValue(mapper.writeValueAsString(rep), SalesRep.class)));
        Reason reason = Reason.of("a.b.c", "rule", "r1").withDetails(List.of(Reason.of("a.b.d")));
        require(reason.equals(mapper.readValue(mapper.writeValueAsString(reason), Reason.class)));
        Money price = Money.parse("KWD 1.250");
        require(price.equals(mapper.readValue(mapper.writeValueAsString(price), Money.class)));
        System.out.println("consumer is content");
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("a value did not come back");
        }
    }
}
