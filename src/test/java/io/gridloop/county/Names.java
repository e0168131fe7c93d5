package io.gridloop.county;

import java.util.Random;
import java.util.stream.IntStream;

/** Names of people who do not exist, each with a login in pinyin that nobody else has. */
final class Names {

    record Name(String login, String chinese) {}

    private static final String[] FAMILY = ("wang王 li李 zhang张 liu刘 chen陈 yang杨 zhao赵 huang黄 zhou周 wu吴 xu徐 sun孙 ma马 "
            + "zhu朱 hu胡 guo郭 he何 gao高 lin林 luo罗 zheng郑 liang梁 song宋 xie谢 tang唐 han韩 feng冯 deng邓 cao曹 peng彭").split(" ");
    private static final String[] GIVEN = ("aiguo爱国 baolin宝林 chunyan春燕 dawei大伟 erjie二杰 fengqin凤琴 guoqiang国强 haibo海波 "
            + "jinfeng金凤 kaixuan凯旋 lanying兰英 mingxia明霞 ningbo宁波 peiyu佩玉 qiuju秋菊 ruifang瑞芳 shuqin淑琴 "
            + "tianyi天一 weidong卫东 xinmin新民 yulan玉兰 zhiqiang志强 yonggang永刚 meiling美玲").split(" ");

    private final int[] order;
    private int next;

    Names(long seed) {
        var random = new Random(seed);
        this.order = IntStream.range(0, FAMILY.length * GIVEN.length).toArray();
        for (var i = order.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    Name next() {
        var number = order[next++];
        var family = FAMILY[number % FAMILY.length];
        var given = GIVEN[number / FAMILY.length];
        return new Name(letters(family) + letters(given), chinese(family) + chinese(given));
    }

    private static String letters(String both) {
        return both.replaceAll("[^a-z]", "");
    }

    private static String chinese(String both) {
        return both.replaceAll("[a-z]", "");
    }
}
