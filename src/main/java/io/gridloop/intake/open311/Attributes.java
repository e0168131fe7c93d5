package io.gridloop.intake.open311;

import io.gridloop.cases.Category;
import io.gridloop.cases.EmergencyLine;
import io.gridloop.cases.Question;
import io.gridloop.cases.Questions;
import io.gridloop.cases.ReportAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a report answers to the questions of its service: {@code attribute[code]=value}, and
 * {@code attribute[code][]=value} once for each chosen value of a list. The one spelling is taken for the other.
 */
@Component
class Attributes {

    private static final Pattern NAME = Pattern.compile("attribute\\[(\\w{1,40})](\\[])?");

    private final Questions questions;

    Attributes(Questions questions) {
        this.questions = questions;
    }

    /**
     * The answers; what is wrong with them, and which are missing, is noted in the fields.
     *
     * @throws Refused when somebody is in danger: who is must not wait for an office, nothing is stored, and the answer
     *     says whom to call
     */
    List<ReportAnswer> of(Category category, Fields fields) {
        var typed = new HashMap<String, List<String>>();
        for (var name : fields.names()) {
            var attribute = NAME.matcher(name);
            if (attribute.matches()) {
                typed.merge(attribute.group(1), read(category, attribute.group(1), name, fields), Attributes::both);
            } else if (name.startsWith("attribute")) {
                fields.wrong("attribute", "请写成attribute[代码]=值");
            }
        }
        return answers(category, typed, fields);
    }

    private List<String> read(Category category, String code, String name, Fields fields) {
        if (code.equals(ServiceDefinition.EMERGENCY) && ServiceDefinition.mayBeDangerous(category)) {
            refuseEmergency(name, fields);
        } else if (questions.of(category.code()).stream().map(Question::code).noneMatch(code::equals)) {
            fields.wrong("attribute[%s]".formatted(code), "这个服务类别没有这一项");
        }
        return fields.texts(name);
    }

    private List<ReportAnswer> answers(Category category, Map<String, List<String>> typed, Fields fields) {
        var given = questions.read(category.code(), typed, true);
        given.problems().forEach((code, why) -> fields.wrong("attribute[%s]".formatted(code), why));
        return given.answers();
    }

    private static void refuseEmergency(String name, Fields fields) {
        var answer = fields.text(name, 10);
        EmergencyLine.of(answer.orElse(null)).ifPresent(line -> {
            throw Refused.wrong(List.of("attribute[EMERGENCY]：有人正处在危险中，请马上拨打%s。本系统不会替您报警，没有保存任何内容"
                    .formatted(line.number())));
        });
        answer.ifPresent(other -> fields.wrong("attribute[EMERGENCY]", "请填110、119、120或122；没有人处在危险中就不填"));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
