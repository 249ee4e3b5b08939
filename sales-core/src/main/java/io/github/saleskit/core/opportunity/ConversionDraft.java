package io.github.saleskit.core.opportunity;

import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoneyProvider;
import org.joda.money.Money;

/**
 * The values of an account, a contact and an opportunity while a lead is converted, by place such as
 * {@code account.name}.
 */
final class ConversionDraft {

    private final Map<String, Object> values = new LinkedHashMap<>();

    ConversionDraft(ConversionRequest request) {
        request.account().ifPresent(account -> read("account.", Account.FIELDS, account));
        request.contact().ifPresent(contact -> read("contact.", Contact.FIELDS, contact));
        request.accountId().ifPresent(id -> values.put("account.id", id));
        request.contactId().ifPresent(id -> values.put("contact.id", id));
        request.opportunityId().ifPresent(id -> values.put("opportunity.id", id));
    }

    private <R> void read(String prefix, FieldSet<R> fields, R record) {
        for (Field<R> field : fields.fields()) {
            Object value = field.value(record);
            if (value != null) {
                values.put(prefix + field.name(), value);
            }
        }
    }

    boolean has(String place) {
        return values.containsKey(place);
    }

    /** Puts a value at a place, if there is none yet; whether it is there now. */
    boolean put(String place, Object value) {
        if (place.equals("contact.consents")) {
            values.merge(place, value, ConversionDraft::union);
            return true;
        }
        Object before = values.putIfAbsent(place, value);
        return before == null || before.equals(value);
    }

    private static Object union(Object before, Object more) {
        Set<Object> union = new LinkedHashSet<>((Collection<?>) before);
        union.addAll((Collection<?>) more);
        return List.copyOf(union);
    }

    Account account() {
        return Account.builder()
                .id(required("account.id"))
                .name(required("account.name"))
                .industry(text("account.industry"))
                .employees(Optional.ofNullable((Long) values.get("account.employees"))
                        .map(Math::toIntExact))
                .revenue(money("account.revenue"))
                .country(text("account.country"))
                .city(text("account.city"))
                .domain(text("account.domain"))
                .owner(text("account.owner"))
                .build();
    }

    Contact contact() {
        return Contact.builder()
                .id(required("contact.id"))
                .name(required("contact.name"))
                .account(required("account.id"))
                .title(text("contact.title"))
                .email(text("contact.email"))
                .phone(text("contact.phone"))
                .language(text("contact.language"))
                .addAllConsents(consents())
                .build();
    }

    private List<Consent> consents() {
        Object consents = values.get("contact.consents");
        return consents instanceof Collection<?> words
                ? words.stream().map(Consent.class::cast).toList()
                : List.of();
    }

    Opportunity opportunity(String stage, Instant now) {
        return Opportunity.builder()
                .id(required("opportunity.id"))
                .name(text("opportunity.name"))
                .account(required("account.id"))
                .owner(text("opportunity.owner"))
                .amount(money("opportunity.amount"))
                .expectedClose(Optional.ofNullable((LocalDate) values.get("opportunity.expectedClose")))
                .history(StageHistory.createdIn(stage, now))
                .build();
    }

    private String required(String place) {
        return (String) Objects.requireNonNull(values.get(place), place);
    }

    private Optional<String> text(String place) {
        return Optional.ofNullable((String) values.get(place));
    }

    /** Fails rather than round. */
    private Optional<Money> money(String place) {
        return Optional.ofNullable((BigMoneyProvider) values.get(place))
                .map(amount -> amount.toBigMoney().toMoney(RoundingMode.UNNECESSARY));
    }
}
