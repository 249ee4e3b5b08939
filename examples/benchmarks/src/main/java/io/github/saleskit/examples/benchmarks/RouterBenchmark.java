package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.routing.Channel;
import io.github.saleskit.core.routing.Router;
import io.github.saleskit.core.routing.RoutingAgent;
import io.github.saleskit.core.routing.RoutingDecision;
import io.github.saleskit.core.routing.RoutingEvent;
import io.github.saleskit.core.routing.RoutingPolicy;
import io.github.saleskit.core.routing.RoutingQueue;
import io.github.saleskit.core.routing.RoutingState;
import io.github.saleskit.core.routing.WorkItem;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One chat comes and the oldest one goes, among agents of three chats each who are two thirds busy: two events with
 * their effects, reasons and next states, beside the same in place by a scan for the agent with room who has been idle
 * longest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouterBenchmark {

    private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");
    private static final int CHATS = 3;

    /** How many agents there are. */
    @Param({"200", "10000"})
    public int agents;

    private Router<String, String> router;
    private RoutingState state = RoutingState.start();
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private long count;

    private int[] load = new int[0];
    private long[] idleSince = new long[0];
    private final ArrayDeque<Integer> holders = new ArrayDeque<>();
    private long turn;

    @Setup
    public void setUp() {
        FieldSet<String> ids =
                FieldSet.of(String.class).id(id -> id).text("id", id -> id).build();
        RoutingPolicy policy = RoutingPolicy.builder()
                .name("chat")
                .addChannels(Channel.of("chat", 1))
                .addQueues(RoutingQueue.builder().id("sales").build())
                .build();
        router = Router.compile(policy, ids, ids, HolidayCalendar.none());
        for (int i = 0; i < agents; i++) {
            RoutingAgent agent = new RoutingAgent("agent" + i, CHATS, List.of("sales"), Map.of());
            state = router.decide(state, new RoutingEvent.AgentAvailable(agent), START)
                    .nextState();
        }
        load = new int[agents];
        idleSince = new long[agents];
        for (int i = 0; i < 2 * agents; i++) {
            arrive();
            scan();
        }
    }

    private int arrive() {
        String id = "chat" + count++;
        open.add(id);
        WorkItem item = WorkItem.builder()
                .id(id)
                .channel("chat")
                .queue("sales")
                .priority(0)
                .since(START)
                .build();
        return decide(new RoutingEvent.Arrived(item));
    }

    private int decide(RoutingEvent event) {
        RoutingDecision decision = router.decide(state, event, START.plusMillis(count));
        state = decision.nextState();
        return decision.effects().size();
    }

    private int scan() {
        int best = -1;
        for (int i = 0; i < load.length; i++) {
            if (load[i] < CHATS && (best < 0 || idleSince[i] < idleSince[best])) {
                best = i;
            }
        }
        load[best]++;
        idleSince[best] = ++turn;
        holders.add(best);
        return best;
    }

    /** Effects, reasons and the next states included. */
    @Benchmark
    public int router() {
        return arrive() + decide(new RoutingEvent.Closed(open.remove()));
    }

    /** In place, without reasons, skills or queues. */
    @Benchmark
    public int scanInPlace() {
        int chosen = scan();
        load[holders.remove()]--;
        return chosen;
    }
}
