package consumer;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.MoneyMixIns;
import java.util.List;
import org.joda.money.Money;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A host on the module path that stores this library's values with Jackson 2. */
final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        JsonMapper.Builder builder = JsonMapper.builder();
        MoneyMixIns.ALL.forEach(builder::addMixIn);
        JsonMapper mapper = builder.build();
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
