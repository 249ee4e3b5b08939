package io.github.saleskit.core.routing;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds whatever is wrong with a policy, its criteria and field names aside. */
final class RoutingCheck {

    /** A bit each in a long. */
    private static final int MOST_CHANNELS = 60;

    /** A hundred years. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final RoutingPolicy policy;
    private final Problems at;
    private final List<String> queueIds;

    private RoutingCheck(RoutingPolicy policy, Problems at) {
        this.policy = policy;
        this.at = at;
        this.queueIds = policy.queues().stream().map(RoutingQueue::id).toList();
    }

    /** The calendars by name. */
    static Map<String, BusinessCalendar> check(RoutingPolicy policy, HolidayCalendar holidays, Problems at) {
        RoutingCheck check = new RoutingCheck(policy, at);
        check.channels();
        check.unique(policy.queues(), RoutingQueue::id, at.at("queues"), "queue");
        check.unreachable();
        Map<String, BusinessCalendar> calendars = check.calendars(holidays);
        for (int i = 0; i < policy.queues().size(); i++) {
            check.queue(policy.queues().get(i), at.at("queues", i), calendars);
        }
        return calendars;
    }

    private void channels() {
        List<Channel> channels = policy.channels();
        unique(channels, Channel::id, at.at("channels"), "channel");
        if (channels.size() > MOST_CHANNELS) {
            at.at("channels")
                    .report(
                            "routing.tooManyChannels",
                            String.valueOf(channels.size()),
                            "there are more than " + MOST_CHANNELS + " channels");
        }
        for (int i = 0; i < channels.size(); i++) {
            atLeastOne(channels.get(i).units(), at.at("channels", i, "units"));
        }
    }

    private static void atLeastOne(Optional<Integer> number, Problems place) {
        number.filter(value -> value < 1)
                .ifPresent(value ->
                        place.report("routing.notPositive", String.valueOf(value), "the number must be at least 1"));
    }

    private <T> void unique(List<T> values, Function<T, String> id, Problems place, String what) {
        if (values.isEmpty()) {
            place.report("routing.none", null, "there is no " + what);
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String name = id.apply(values.get(i));
            if (name.isBlank()) {
                place.at(i, "id").report("routing.idBlank", name, "the id of a " + what + " must not be blank");
            } else if (!seen.add(name)) {
                place.at(i, "id")
                        .report("routing.duplicate", name, "there is another " + what + " \"" + name + "\" before");
            }
        }
    }

    /** A queue behind one that takes all work gets only what overflows or is transferred. */
    private void unreachable() {
        Set<String> helped = new LinkedHashSet<>();
        policy.queues().forEach(queue -> queue.overflow().forEach(step -> helped.add(step.to())));
        Optional<String> takesAll = Optional.empty();
        for (int i = 0; i < policy.queues().size(); i++) {
            RoutingQueue queue = policy.queues().get(i);
            if (takesAll.isPresent() && !helped.contains(queue.id())) {
                at.at("queues", i)
                        .report(
                                "routing.unreachable",
                                queue.id(),
                                "no work gets as far as queue \"" + queue.id() + "\", because \"" + takesAll.get()
                                        + "\" before takes all",
                                "Maybe move \"" + takesAll.get() + "\" to the end?");
            }
            if (takesAll.isEmpty() && queue.work().isEmpty()) {
                takesAll = Optional.of(queue.id());
            }
        }
    }

    private Map<String, BusinessCalendar> calendars(HolidayCalendar holidays) {
        Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
        for (int i = 0; i < policy.hours().size(); i++) {
            BusinessHours hours = policy.hours().get(i);
            Problems place = at.at("hours", i);
            try {
                if (calendars.put(hours.name(), BusinessCalendar.compile(hours, holidays)) != null) {
                    place.report("routing.duplicate", hours.name(), "there are hours of that name before");
                }
            } catch (DefinitionException e) {
                place.addAll(e.problems());
            }
        }
        return calendars;
    }

    private void queue(RoutingQueue queue, Problems place, Map<String, BusinessCalendar> calendars) {
        queue.acceptWithin().ifPresent(wait -> positive(wait, place.at("acceptWithin")));
        queue.replyWithin().ifPresent(wait -> positive(wait, place.at("replyWithin")));
        queue.hours()
                .filter(name -> !calendars.containsKey(name))
                .ifPresent(name -> place.at("hours")
                        .report(
                                "routing.hoursUnknown",
                                name,
                                "there are no business hours \"" + name + "\"",
                                Problems.suggest(name, calendars.keySet())));
        queue.skills().forEach((skill, level) -> atLeastOne(Optional.of(level), place.at("skills", skill)));
        for (int i = 0; i < queue.overflow().size(); i++) {
            overflow(queue, queue.overflow().get(i), place.at("overflow", i));
        }
        Set<String> targets = new LinkedHashSet<>();
        for (int i = 0; i < queue.targets().size(); i++) {
            ServiceTarget target = queue.targets().get(i);
            positive(target.within(), place.at("targets", i, "within"));
            if (!targets.add(target.id())) {
                place.at("targets", i, "id").report("routing.duplicate", target.id(), "there is such a target before");
            }
        }
    }

    private void overflow(RoutingQueue queue, Overflow step, Problems place) {
        if (!queueIds.contains(step.to())) {
            place.at("to")
                    .report(
                            "routing.queueUnknown",
                            step.to(),
                            "there is no queue \"" + step.to() + "\"",
                            Problems.suggest(step.to(), queueIds));
        } else if (step.to().equals(queue.id())) {
            place.at("to").report("routing.overflowToItself", step.to(), "a queue cannot overflow into itself");
        }
        if (step.afterWaiting().isPresent() == step.atLength().isPresent()) {
            place.report("routing.overflowWhen", null, "exactly one of afterWaiting and atLength must be given");
        }
        step.afterWaiting().ifPresent(wait -> positive(wait, place.at("afterWaiting")));
        atLeastOne(step.atLength(), place.at("atLength"));
    }

    private static void positive(Duration duration, Problems place) {
        if (duration.isZero() || duration.isNegative()) {
            place.report("routing.notPositive", duration.toString(), "the time must be positive");
        } else if (duration.compareTo(LONGEST) > 0) {
            place.report(
                    "routing.tooLong",
                    duration.toString(),
                    "the time must be at most " + LONGEST.toDays() + " days",
                    "Maybe leave it out, so that it never ends?");
        }
    }
}
