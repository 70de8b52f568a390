//! The Chinese names of the kinds of lane in the characters of Taiwan and Hong Kong, where these differ from those in `lanes.rs`.

use crate::journey::LaneKind;

#[rustfmt::skip]
pub(super) const TRADITIONAL: &[(LaneKind, &[&str])] = &[
    (LaneKind::Goal, &["使用者目標", "使用者目的", "客戶目標", "用戶目標", "用戶目的", "達成目標", "顧客目標"]),
    (LaneKind::Action, &["使用者動作", "使用者行動", "使用者行為", "動作", "客戶行為", "步驟", "活動", "用戶動作", "用戶行動", "用戶行為", "行為", "顧客行為"]),
    (LaneKind::Touchpoint, &["互動", "使用者觸點", "前台行為", "客戶觸點", "接觸渠道", "接觸點", "接點", "服務接觸點", "用戶觸點", "觸點", "觸點渠道", "顧客接觸點", "顧客接點"]),
    (LaneKind::Message, &["內容"]),
    (LaneKind::Channel, &["管道", "通路"]),
    (LaneKind::Device, &["設備"]),
    (LaneKind::Thought, &["使用者想法", "使用者疑問", "內心想法", "客戶想法", "用戶想法", "用戶疑問", "顧客想法"]),
    (LaneKind::Feeling, &["使用者情感", "使用者感受", "感覺", "用戶情感", "用戶感受"]),
    (LaneKind::Emotion, &["使用者情緒", "使用者體驗", "情感曲線", "情緒", "情緒曲線", "情緒評分", "滿意度", "滿意度評分", "滿意程度", "用戶情緒", "用戶體驗", "體驗"]),
    (LaneKind::Barrier, &["不滿點", "使用者痛點", "問題", "問題點", "困擾", "困難", "用戶痛點", "痛點", "阻礙", "障礙", "難點", "顧慮"]),
    (LaneKind::Need, &["使用者訴求", "使用者需求", "客戶需求", "用戶訴求", "用戶需求", "訴求"]),
    (LaneKind::Opportunity, &["優化建議", "優化點", "對策", "建議", "改善建議", "改善點", "改進建議", "改進措施", "改進機會", "改進點", "機會", "機會點", "解決方案"]),
    (LaneKind::Quote, &["使用者原話", "原話", "用戶原話", "發言"]),
    (LaneKind::Value, &["亮點", "價值"]),
    (LaneKind::Backstage, &["內部行為", "後台", "後台支持", "後台流程", "後台系統", "後台行為", "支持過程"]),
    (LaneKind::Measure, &["耗時", "衡量指標", "頻率"]),
    (LaneKind::Image, &["圖片"]),
    (LaneKind::Text, &["備註"]),
];
