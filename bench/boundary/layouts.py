"""Pages of news laid out anew in the ways of archives and portals, for fit: one crawl has one layout, and a page's inner structure must be seen as inner.
A site is a seed: what it prints around its pages (menus, clocks, share bars, lists of other pages, imprint) and how it parts lines is drawn anew
from the seed for each of its pages, and so the same for all; what a page is (a report, a plan, an interview, a life, a listing ...) is its own.
The words are ours; the text is that of the pages given. No text is kept."""
import csv, os, random, re, textwrap, unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

NOISE = list(csv.DictReader(open(os.path.join(ROOT, "lexicon/noise.csv"), encoding="utf-8")))
PLACES = ["An Phú", "Mường Tả", "Tân Sơn", "Bình Lâm", "Đắk Sơn", "Ea Nam", "Hòa Thịnh", "Phước Lộc", "Nậm Khao", "Cẩm Đàn"]
MENU = ["Trang chủ", "Giới thiệu", "Giới thiệu chung", "Tin tức - Sự kiện", "Văn bản", "Liên hệ", "Sơ đồ site", "Thư viện ảnh", "Hỏi đáp", "Góp ý", "Thư điện tử", "Cơ cấu tổ chức",
        "Chức năng nhiệm vụ", "Thủ tục hành chính", "Lịch công tác", "Dịch vụ công", "Video", "Tin ảnh", "Đảng bộ", "Chính quyền", "Đoàn thể", "Quốc phòng - An ninh", "Văn hóa xã hội",
        "Kinh tế", "Du lịch", "Công khai ngân sách", "Quy hoạch", "Dự án", "Tuyển dụng", "Lịch tiếp công dân", "Hộp thư góp ý", "Liên kết website", "GIỚI THIỆU", "TIN TỨC", "VĂN BẢN MỚI",
        "Phản ánh kiến nghị", "Văn bản chỉ đạo điều hành", "Thông tin cần biết", "English", "Bản đồ hành chính", "Media", "Emagazine", "Podcast", "Thể thao", "Pháp luật", "Bạn đọc", "Thế giới"]
IMPRINT = ["Giấy phép số 31/GP-TTĐT do Sở Thông tin và Truyền thông cấp", "Chịu trách nhiệm chính: Ông Lò Văn Thắm - Trưởng Ban Biên tập",
           "Địa chỉ: Số 4 đường Hoa Ban, thành phố An Phú", "Điện thoại: 0200.3811222 - Fax: 0200.3811223", "Email: bbt@anphu.example.vn", "Số điện thoại: 0200 3811 222",
           "Ghi rõ nguồn khi phát hành lại thông tin từ trang này", "® Bản quyền thuộc về Ủy ban nhân dân huyện An Phú", "Lượt truy cập: 120455", "Cơ quan chủ quản: UBND huyện Mường Tả",
           "Powered by Bìm Bịp CMS", "Đang online: 14", "© 2019 Cổng thông tin điện tử huyện An Phú", "Tổng biên tập: Tòng Văn Sửu", "Trưởng ban biên tập: Quàng Thị Lả",
           "Đang truy cập: 31", "Hôm nay: 1.204", "Tổng lượt truy cập: 9.112.004", "Trụ sở: 12 Phố Núi, thị trấn Mường Tả", "Hotline: 0900.112.334", "Website: www.muongta.example.vn",
           "Trang chủ | Giới thiệu | Liên hệ | Sơ đồ site | RSS", "THỐNG KÊ TRUY CẬP", "Thăm dò ý kiến", "Bạn đánh giá thế nào về giao diện của trang?", "Rất đẹp", "Bình thường", "Biểu quyết", "Kết quả"]
TOOLS = ["In bài viết", "Gửi email", "Chia sẻ", "Về trang trước", "Bình luận (0)", "Đánh giá bài viết này", "Quay lại", "Lên đầu trang", "Xem tiếp", "Facebook", "Twitter", "Zalo", "Print",
         "A- A A+", "Xem cỡ chữ", "Cỡ chữ: A- A A+", "Lượt xem: 214", "Số lượt xem: 1042", "Đọc bài viết", "Tăng tương phản", "loading....", "null", "Tweet", "Sao chép liên kết", "(0) Bình luận",
         "Đã xem: 118 lần", "1,139 lượt xem", "Nghe bài viết", "0:00 / 3:12", "Thích 12", "Chia sẻ bài viết", "Email", "Lưu bài viết", "Theo dõi trên Google News"]
SECTIONS = ["Thời sự", "Chính trị", "Xây dựng Đảng", "Tin trong tỉnh", "Hoạt động của lãnh đạo", "Tin tức", "Kinh tế", "Văn hóa - Xã hội", "Tin nổi bật", "Tin tức sự kiện", "Quốc phòng - An ninh",
            "TIN TRONG NƯỚC", "Tin hoạt động", "Xã hội", "Mặt trận - Đoàn thể", "Tin địa phương", "Đối ngoại", "Tổ chức cán bộ", "Chỉ đạo điều hành", "TIN TỨC", "Sở Tư pháp", "Ban Dân vận Tỉnh ủy"]
LISTS = ["Tin liên quan", "TIN KHÁC", "Các tin khác", "Tin mới hơn", "Tin cũ hơn", "Xem thêm", "Bài viết liên quan", "Cùng chuyên mục", "Tin cùng chuyên mục", "TIN ĐÃ ĐƯA", "Có thể bạn quan tâm",
         "Những tin mới hơn", "Những tin cũ hơn", "Đọc nhiều", "Tin mới nhất", "Bài cùng chuyên mục", "Check Also", "Tin xem nhiều", "TIN MỚI", "Tin đọc nhiều"]
COMMENTS = ["Ý kiến bạn đọc", "Viết bình luận", "Gửi bình luận của bạn", "Họ và tên", "Email của bạn sẽ không được hiển thị", "Nội dung", "Mã xác nhận", "Trả lời", "Gửi", "Bình luận", "Hủy", "Chưa có bình luận"]
SKIPS = ["Nhảy đến nội dung", "Bỏ qua nội dung", "Truy cập nội dung luôn", "Skip to main content", "Skip to content", "Chuyển đến nội dung chính", "Đăng nhập", "Sign In", "Banner", "Tìm kiếm", "Menu", "Toggle navigation"]
SOURCES = ["Theo báo Miền Núi", "Theo TTXVN", "Nguồn: Báo An Phú", "Theo Cổng thông tin huyện", "(Theo Báo Tân Sơn)", "Nguồn tin: Văn phòng Huyện ủy", "Theo anphu.example.vn", "Nguồn: Ban Biên tập"]
BYLINES = ["Lò Sao", "Quàng Mai", "HÀ GIANG SƠN", "PV", "BBT", "Nhóm PV", "Tin, ảnh: Vi Hạnh", "Bài và ảnh: Tòng Lan", "T.H", "Quản trị viên", "Admin", "Ngọc Ánh - Vũ Thu", "CTV huyện An Phú",
           "Tác giả: Ma Văn Tú", "H.Tien", "Hồng Vân", "Khánh Ly", "Thu Trang", "ĐỨC BÌNH", "Tin: Lê Hạ - Ảnh: Vi Hạnh", "Theo Minh Châu", "Thanh Tùng", "NP", "Người đăng: admin", "Phòng Văn hóa - Thông tin"]
ENGLISH = ["Share", "Facebook", "Twitter", "Google +", "LinkedIn", "Pinterest", "Stumbleupon", "Print", "Email", "Home", "Search", "Menu"]
TITLES = ["Cán bộ phòng Tài chính", "Phó Chủ tịch UBND huyện", "Bí thư Huyện đoàn", "Phó Giám đốc Sở Nội vụ", "Ủy viên Ban Thường vụ Huyện ủy, Chủ tịch UBND huyện", "Học viên Trường Chính trị tỉnh",
          "Giáo viên, Hiệu trưởng trường cấp hai", "Bí thư Đảng ủy xã, đại biểu Hội đồng nhân dân huyện khóa XII"]
LIFE = ["TIỂU SỬ TÓM TẮT", "- Họ và tên: LÒ VĂN KHAO", "- Ngày sinh: 12/3/1965", "Sinh ngày: 02/9/1970", "- Quê quán: xã Ea Nam", "Dân tộc: Thái", "- Ngày vào Đảng: 3/2/1990", "Trình độ học vấn: 12/12",
        "- Trình độ chuyên môn: Cử nhân Luật", "Lý luận chính trị: Cao cấp", "Ngoại ngữ: Anh B", "Khen thưởng: Huân chương Lao động hạng Ba", "Kỷ luật: Không"]
CALLS = ["Kính thưa Đại hội!", "Kính thưa các đồng chí!", "Thưa các vị đại biểu,", "Kính thưa quý vị và các bạn!", "Thưa đồng bào, đồng chí", "Kính thưa Hội nghị"]
THANKS = ["Xin trân trọng cảm ơn!", "Chúc các đồng chí mạnh khỏe, hạnh phúc.", "Xin cảm ơn", "Xin trân trọng cảm ơn./."]
FRAME = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "QUYẾT ĐỊNH", "KẾ HOẠCH", "BÁO CÁO", "THÔNG BÁO", "CHƯƠNG TRÌNH HÀNH ĐỘNG",
         "ỦY BAN NHÂN DÂN HUYỆN MƯỜNG TẢ", "Số: 14/KH-UBND", "HUYỆN ỦY AN PHÚ", "Kính gửi: các xã, thị trấn", "Căn cứ Luật Tổ chức chính quyền địa phương;", "Phần thứ nhất", "TM. ỦY BAN NHÂN DÂN",
         "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nơi nhận:", "(Đã ký)", "- Như trên;", "- Lưu: VT."]
ENDS = [["[...]"], [">>"], ["»"], ["|"], ["***"], ["(*)"], ["-----"], ["Xem tất cả »"], ["< Trước | Sau >"], ["[Trở về]"], ["Tags:"], ["Chuyên mục:"], ["----------"], ["Trang: 1 2 3 >"]]   # as last lines
STAMPS = 14


def stamp(form, r):
    d, m, y, h, n = r.randint(1, 28), r.randint(1, 12), r.randint(2008, 2026), r.randint(0, 23), r.randint(0, 59)
    day = r.choice(["Hai", "ba", "Tư", "năm", "Bảy"])
    return [f"{d:02}/{m:02}/{y}", f"{d:02}/{m:02}/{y} {h:02}:{n:02}", f"Thứ {day}, {d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02} {h:02}:{n:02}:00", f"{y}-{m:02}-{d:02}T{h:02}:{n:02}:00+07:00",
            f"Thứ {day}, ngày {d} tháng {m} năm {y}", f"Cập nhật: {d}/{m}/{y}", f"thứ {day}, {d:02} {m:02} {y} {h:02}:{n:02}", f"{h:02}:{n:02} | {d:02}/{m:02}/{y}", f"({d:02}.{m:02}.{y} {h:02}:{n:02})",
            f"Ngày đăng: {d:02}/{m:02}/{y}", f"Thứ {day},  {d:02}/{m:02}/{y}, {h:02}:{n:02} [GMT+7]", f"Đăng lúc: {d:02}-{m:02}-{y} {h:02}:{n:02}:11 {'AM' if h < 12 else 'PM'} | Đã xem: {h * n}", f"{d} Tháng {m}, {y}"][form]


def cut(s, n):
    return s if len(s) <= n else s[:n].rsplit(" ", 1)[0] + " ..."


def parts(page):
    """headline, lead, body lines, captions of a page of NEWS"""
    blocks = [b.strip("\n").split("\n") for b in re.split(r"\n\s*\n", page.strip("\n")) if b.strip()]
    if len(blocks) < 3 or len(blocks[0]) > 1:
        return None
    captions = blocks[-1] if len(blocks) > 3 else []
    body = [l for b in blocks[2:len(blocks) - bool(captions)] for l in b]
    return (blocks[0][0], " ".join(blocks[1]), body, captions) if len(" ".join(body)) > 400 else None


def merged(body, r):
    """lines of a sentence or two to paragraphs; short ones (sub-headings, names) stay"""
    out, n = [], 0
    for line in body:
        if out and n > 0 and len(line) > 70 and out[-1].endswith((".", '"', "”")) and len(out[-1]) > 70:
            out[-1] += " " + line
            n -= 1
        else:
            out.append(line)
            n = r.choice([0, 1, 1, 2, 3])
    return out


def with_captions(body, captions, r):
    body = list(body)
    for c in captions[:4]:
        body.insert(r.randint(0, max(0, len(body) - 1)), c)
    return body


def plain(s):
    """capitals without diacritics, as site names often stand"""
    return "".join(c for c in unicodedata.normalize("NFD", s.replace("Đ", "D").replace("đ", "d")) if not unicodedata.combining(c)).upper()


def some(r, things, most):
    return r.sample(things, min(len(things), r.randint(0, most)))


# --- around the page: s draws what the site always does, r what this page does --------------------------------------------------------

def site_name(s):
    place = s.choice(PLACES)
    return s.choice([plain(place), "CỔNG THÔNG TIN ĐIỆN TỬ " + place, "Trang thông tin điện tử huyện " + place, "Cổng thông tin điện tử xã " + place, "Báo " + place + " điện tử", place, place.upper(),
                     "TRANG THÔNG TIN ĐIỆN TỬ HUYỆN " + place.upper(), "UBND huyện " + place, "Đảng bộ " + place, plain(place).lower().replace(" ", "") + ".example.vn", "Báo " + place])


def first_lines(s):
    """a clock, the site's name, a way past the menu: what stands above all else"""
    name = site_name(s)
    return [x for x in ([name] if s.random() < .4 else []) + (s.sample(SKIPS, s.randint(1, 3)) if s.random() < .4 else [])]


def lettered(text, s):
    """in the letters the site prints such lines in"""
    way = s.random()
    return text.title() if way < .2 else text.upper() if way < .35 else text.lower() if way < .42 else text


def entries(others, s, most):
    """entries of a menu that no list of ours has: first words of headlines"""
    return [" ".join(o.split()[:s.randint(2, 5)]).strip(" ,.:") for o, _ in s.sample(others, s.randint(1, most))]


def deck(body, r):
    """a headline's second line"""
    words = r.choice(body).split(". ")[0].split(",")[0].split()
    return " ".join(words[:r.randint(8, 18)]).rstrip(".")


def head_of(head, body, others, s, r):
    """what portals put around the headline: (before it, behind it)"""
    top, under, clock = [], [], s.randint(0, STAMPS - 1)
    if s.random() < .35:
        top += first_lines(s)
    if s.random() < .25:
        menu = [s.choice(["Trang chủ", "Trang chủ", "Trang Chủ", "TRANG CHỦ", "Trang nhất", "Home", "home"])] if s.random() < .7 else []
        top += menu + s.sample(MENU[1:], s.randint(1, s.choice([3, 6, 10, 40])))
    if s.random() < .15:
        top += entries(others, s, s.choice([1, 1, 2, 6]))
    section, path = lettered(r.choice(SECTIONS), s), s.choice([" / ", " > ", " » ", " | ", "/"])
    if s.random() < .2:
        top.append(path.join(["Trang chủ"] + some(r, SECTIONS, 2) + ([head] if s.random() < .2 else [])))
    if s.random() < .4:
        top.append(section)
    if s.random() < .3:
        top.append(stamp(clock, r))
    if s.random() < .45:
        under.append(stamp(s.randint(0, STAMPS - 1), r) + (s.choice([" Số lượt xem: 41", " | Lượt xem: 77", "  In bài viết"]) if s.random() < .2 else ""))
    tools = s.sample(TOOLS, s.randint(1, 4))
    if s.random() < .3:
        under += tools
    if s.random() < .1:
        under.insert(0, head)
    if s.random() < .12:
        under.append(r.choice(BYLINES))
    if r.random() < .08:
        under.insert(0, deck(body, r))
    return top, under


def teaser(o, s, r, form, long):
    """another page's headline, with its date, its first words or neither"""
    head, lead = o
    return [[head], [head + " (" + stamp(0, r) + ")"], [head + " " + head], [">> " + head], [head, stamp(form, r)], [head, cut(lead, long).replace(" ...", "…")], [head + " " + head + " " + cut(lead, 60)],
            ["- " + head + " (" + stamp(0, r) + ")"], [head, stamp(form, r), cut(lead, long)], [cut(head, 60), cut(lead, long), "Xem tiếp"], [stamp(form, r), head], ["• " + head], [head + "(" + stamp(0, r) + ")"]]


def related(others, s, r):
    form, long, way, n = s.randint(0, STAMPS - 1), s.choice([90, 110, 160, 220]), s.randint(0, 12), s.randint(2, 8)
    out = [s.choice(LISTS)] if s.random() < .8 else []
    for o in r.sample(others, max(1, n - r.randint(0, 1))):
        out += teaser(o, s, r, form, long)[way]
    return out


def blog(others, s, r):
    """what blogs of a common make print behind a page"""
    names = [o for o, _ in r.sample(others, 8)]
    out = s.sample(ENGLISH[:9], s.randint(0, 5)) + (["Tags " + names[0].lower()[:20]] if s.random() < .4 else []) + (["About admin"] if s.random() < .5 else [])
    out += ["Previous:", names[1], "Next:", names[2]] if s.random() < .4 else []
    dated = s.random() < .5
    if s.random() < .6:
        out.append(s.choice(["Related Articles", "Check Also", "Related Posts"]))
        for o in names[3:3 + s.randint(1, 4)]:
            out += [o] + ([stamp(13, r)] if dated else [])
    return out + (["Leave a Reply", "Your email address will not be published. Required fields are marked *", "Comment", "Name *", "Email *", "Website"] if s.random() < .4 else [])


def foot_names(name, again, s):
    """what of a page's head sites print once more above their imprint"""
    crumb = s.choice(["Trang chủ", "Trang chủ > Tin tức", "Liên hệ", "Giới thiệu", "Sơ đồ cổng", "English", "Đăng nhập"])
    return [name] if again < .35 else [name, crumb] if again < .45 else [crumb, name] if again < .55 else [name, site_name(s)] if again < .62 else []


def tail_of(others, s, r):
    tail = []
    if s.random() < .4 and (by := r.choice(BYLINES)):
        tail.append(by)
    if s.random() < .25:
        tail.append(r.choice(SOURCES))
    tools = s.sample(TOOLS, s.randint(1, 5))
    if s.random() < .3:
        tail += tools
    if s.random() < .15:
        tail.append(s.choice(["Từ khóa: ", "Tags: ", "Thẻ: ", ""]) + ", ".join(o.lower()[:25] for o, _ in r.sample(others, 3)))
    if s.random() < .12:
        tail += blog(others, s, r)
    for _ in range(s.choice([0, 0, 1, 1, 1, 2])):
        tail += related(others, s, r)
    form = s.sample(COMMENTS, s.randint(1, 7))
    if s.random() < .15:
        tail += form
    menu = s.sample(MENU, s.randint(2, 14))
    if s.random() < .2:
        tail += menu + (entries(others, s, 6) if s.random() < .4 else [])
    if s.random() < .2:
        tail += s.choice([["SỐ LƯỢT TRUY CẬP"], ["Thống kê truy cập"], []]) + [str(r.randint(0, 9)) for _ in range(s.randint(1, 8))]
    imprint, name, again = s.sample(IMPRINT, s.randint(1, 8)), site_name(s), s.random()
    if s.random() < .35:
        tail += foot_names(name, again, s) + imprint
    noise = [x["phrase"] for x in s.sample(NOISE, 3) if x["where"] == "whole"]
    return tail + (noise if s.random() < .2 else []) + (s.choice(ENDS) if s.random() < .08 else [])


# --- the page's own text ------------------------------------------------------------------------------------------------------------

def with_headings(body, r):
    """sub-headings made of the paragraph they head; points of a list; a share bar in the midst"""
    out, often, bare = [], r.choice([.05, .12, .25]), r.choice(["", "", "", "1. ", "I. ", "**", "* "])
    for i, line in enumerate(body):
        words = line.split(",")[0].split(". ")[0].split()
        if i and r.random() < often and 4 <= len(words) <= 16 and not line.startswith(("-", "“", '"')):
            out.append(bare + r.choice([" ".join(words), " ".join(words), " ".join(words).upper()]))
        if i and r.random() < .02:
            out += some(r, TOOLS, 3)
        out.append("- " + line if i and r.random() < .03 else line)
    return out


def listing(head, lead, others, s, r):
    """a category page: headlines and the first words of other pages, one page all the same"""
    out = [r.choice(SECTIONS)] if s.random() < .7 else []
    way, form, long = s.choice([0, 5, 5, 8, 8, 9, 10, 12]), s.randint(0, STAMPS - 1), s.choice([110, 160, 240, 400])
    for o in [(head, lead)] + r.sample(others, r.randint(3, 12)):
        out += teaser(o, s, r, form, long)[way] + ([s.choice(["Xem tiếp", "Chi tiết", "Đọc thêm"])] if s.random() < .1 else [])
    return out + some(r, ["1", "2", "3", "Trang sau", "Cuối"], 4)


def document(body, r):
    """a plan, a report: its frame, numbered heads in capitals and small, points of lists"""
    out, n = some(r, FRAME, 6), 0
    for line in body:
        words = line.split(",")[0].split(". ")[0].split()
        if r.random() < .35 and 3 <= len(words) <= 16:
            n += 1
            title = " ".join(words)
            out.append(r.choice([f"{n}. {title}", f"{'I' * (n % 4 + 1)}. {title.upper()}", title.upper(), f"Điều {n}. {title}", f"{n}.{n % 3 + 1}. {title}", f"a) {title}:", f"Chương {n}"]))
        out.append(r.choice(["", "", "- ", "+ ", f"{n}. "]) + line)
    return out + some(r, FRAME, 3)


def interview(body, r):
    out = []
    for line in body:
        words = line.split(",")[0].split()
        if len(words) > 4 and r.random() < .4:
            out.append(r.choice(["- PV: Thưa ông, ", "Phóng viên: ", "* ", "- ", "Hỏi: ", ""]) + " ".join(words[:18]) + r.choice(["?", "?", " thế nào, thưa bà?"]))
        out.append(r.choice(["", "- ", "Trả lời: "]) + line)
    return out


def digest(lead, body, more, r):
    """several short stories under one headline"""
    out, mark = [lead] + body[:3], r.choice(["* ", "* Cùng ngày, ", "", "■ ", "- ", "+ "])
    for h, l in more:
        out += r.choice([[mark + l], [mark + h], [h, l]])
    return out


def verses(body, r):
    at = r.randint(1, len(body))
    return body[:at] + [" ".join(b.split()[:7]).rstrip(",.") + r.choice(["", ",", ".", "!"]) for b in r.sample(body, min(len(body), 6))] + body[at:]


def wrapped(body, r):
    """paragraphs broken after so many characters, as from a PDF or a mail"""
    n = r.choice([60, 75, 80, 100, 120])
    return [l for b in body for l in textwrap.wrap(b, n)]


def comments(body, r):
    """what readers wrote below: name, time, a sentence or two"""
    out, form = [r.choice(["Bình luận", "Ý kiến bạn đọc", "Bạn đọc phản hồi (3)", "Bình luận (4)"])], r.randint(0, STAMPS - 1)
    for b in r.sample(body, min(len(body), r.randint(1, 5))):
        out += [r.choice(BYLINES)] + ([stamp(form, r)] if r.random() < .6 else []) + [b[:200]] + (["Trả lời"] if r.random() < .5 else [])
    return out


def people(body, r):
    """a list of names with offices or years, as elections and biographies have"""
    at, names = r.randint(1, len(body)), r.choice([BYLINES, PLACES])
    way = r.randint(0, 3)
    rows = [[f"{i}. Lò Văn {n}, Bí thư Đảng ủy xã {r.choice(PLACES)}", f"- Từ {1980 + 3 * i} - {1983 + 3 * i}: Cán bộ huyện {r.choice(PLACES)}", f"Đồng chí {n} - Chủ tịch xã {r.choice(PLACES)}", f"{n}"][way]
            for i, n in enumerate(r.sample(names, min(len(names), r.randint(3, 10))), 1)]
    return body[:at] + rows + body[at:]


def life(body, r):
    """offices, from when until when"""
    out, y, way = some(r, LIFE, 12) + [r.choice(["QUÁ TRÌNH CÔNG TÁC", "Quá trình công tác:", "Tóm tắt quá trình công tác", "* Quá trình công tác"])], r.randint(1975, 1995), r.randint(0, 4)
    for _ in range(r.randint(4, 14)):
        z, what = y + r.randint(1, 4), r.choice(TITLES) + " " + r.choice(PLACES)
        out += [[f"- Từ {r.randint(1, 12)}/{y} - {r.randint(1, 12)}/{z}: {what}."], [f"Từ tháng {r.randint(1, 12)}/{y} đến tháng {r.randint(1, 12)}/{z}: {what}"], [f"{y} - {z}", what],
                [f"{r.randint(1, 12)}/{y} - {r.randint(1, 12)}/{z}: {what};"], [f"Từ năm {y} đến năm {z}, ông làm {what}."]][way]
        y = z
    at = r.choice([0, 2, len(body)])
    return body[:at] + out + body[at:]


def cells(body, r):
    """a table with each cell on a line of its own"""
    way = r.randint(0, 3)
    out = [["STT", "Họ và tên", "Năm sinh", "Chức vụ"], ["TT", "Tên đơn vị", "Số hộ", "Ghi chú"], ["STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu"], ["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ %"]][way]
    for i in range(1, r.randint(3, 9)):
        p = r.choice(PLACES)
        out += [[str(i), "Lò Văn " + p.split()[-1], str(r.randint(1955, 1990)), r.choice(["Bí thư", "Chủ tịch UBND xã", "Trưởng thôn"])], [str(i), "Xã " + p, str(r.randint(100, 999))],
                [str(i), f"{r.randint(1, 99)}/KH-UBND", f"{r.randint(1, 28)}/{r.randint(1, 12)}/2019", "Kế hoạch phát triển kinh tế - xã hội xã " + p],
                ["Thu ngân sách xã " + p, f"{r.randint(1, 9)}.{r.randint(100, 999)}", str(r.randint(100, 999)), f"{r.randint(50, 130)},{r.randint(0, 9)}"]][way]
    at = r.randint(1, len(body))
    return body[:at] + out + body[at:]


def agenda(body, r):
    """what a week holds"""
    out, day_way, way = [r.choice(["Lịch công tác tuần", "LỊCH CÔNG TÁC CỦA LÃNH ĐẠO", "Chương trình làm việc"])] if r.random() < .7 else [], r.randint(0, 3), r.choice([": ", ", ", " - "])
    for i, day in enumerate(["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"]):
        out.append([f"{day}, ngày {10 + i}/6", f"{day} ({10 + i}/6/2019)", f"* {day}:", day.upper()][day_way])
        for when in r.sample(["Sáng", "Chiều", "- 8h00", "14 giờ 30"], 2):
            out.append(when + way + r.choice(["Họp giao ban", "Tiếp công dân", "Dự hội nghị tổng kết công tác năm tại xã " + r.choice(PLACES), r.choice(body).split(",")[0][:110]]))
    return out


def speech(body, r):
    """what a speaker says, with those he turns to"""
    out = [r.choice(CALLS)]
    for line in body:
        out += [r.choice(CALLS), line] if r.random() < .15 else [line]
    return out + some(r, THANKS, 2)


def pictures(body, captions, r):
    """a page of pictures: a sentence each"""
    lines, mark = captions + [b.split(". ")[0][:r.choice([80, 120, 160])] for b in body[:8]], r.choice(["[img]", "Ảnh: Vi Hạnh", "IMG_2214.JPG", "(Ảnh: Lò Sao)", None])
    return body[:r.randint(0, 3)] + [x for l in lines for x in ([mark, l] if mark and r.random() < .6 else [l])]


KINDS = [(.08, document), (.06, interview), (.04, verses), (.05, people), (.05, wrapped), (.05, life), (.04, cells), (.03, agenda), (.05, speech)]


def text_of(lead, body, captions, others, r):
    """the text of a page of one kind or another"""
    kind = r.random()
    for p, f in KINDS:
        if kind < p:
            return f(body, r)
        kind -= p
    if kind < .05:
        return digest(lead, body, r.sample(others, 3), r)
    if kind < .08:
        return pictures(body, captions, r)
    return body


def spaced(blocks, s, r):
    """lines joined with one kind of spacing, or another"""
    way = s.random()
    if way < .4:
        return "\n".join(blocks) + "\n"
    if way < .75:
        return "\n\n".join(blocks) + "\n"
    return "".join(b + "\n" * r.choice([1, 1, 2, 2, 3]) for b in blocks)


def simple(way, head, lead, body, captions, s, r):
    """archives that keep the page's own text and little else; None: way is a portal's"""
    if way < .18:
        return head + "\n\n" + lead + "\n\n" + "\n".join(body) + ("\n" * s.choice([2, 2, 3]) + "\n".join(captions) if captions else "") + "\n"
    body = merged(with_headings(body, r) if r.random() < .4 else body, r)
    if r.random() < .6:
        body = with_captions(body, [c for c in captions for _ in range(1 if r.random() < .85 else 2)], r)
    if r.random() < .3:
        body = body + [r.choice(BYLINES)]
    if r.random() < .7:
        body = [lead] + body
    if r.random() < .06:
        body = [deck(body, r)] + body
    if way < .42:
        return "\n".join([head] + body) + "\n"
    if way < .58:
        first = [cut(lead, r.choice([120, 150, 170]))] if r.random() < .6 else []
        return cut(head, s.choice([60, 66, 72])) + "\n\n\n" + s.choice(["\n\n", "\n\n", "\n\n", "\n\n\n\n"]).join(first + body) + "\n"
    if way < .64:
        return s.choice(["# ", "# ", ""]) + head + "\n\n" + "\n\n".join(body) + "\n"
    return s.choice(["\n", "\n\n"]).join([lead] + body[1:]) + "\n" if way < .67 else None


def headline(head, lead, body, s, r):
    """as long as portals make them, in capitals where the site does so"""
    if s.random() < .25 and r.random() < .5:
        first = lead.split(". ")[0].rstrip(".").split()
        head = head.rstrip(".") + s.choice([", ", ": ", " - ", " "]) + deck(body, r) if r.random() < .5 or len(first) > 34 else " ".join(first)
    if r.random() < .04:
        head = r.choice(['"%s"', "“%s”", "'%s'", "' %s '"]) % head.replace('"', "'")
    return head.upper() if s.random() < .1 else head


def laid_out(page, others, site, r):
    """the page as the site would print it; None: it is too short for a page"""
    p, s = parts(page), random.Random(site)
    if not p:
        return None
    head, lead, body, captions = p
    head = headline(head, lead, body, s, r)
    if r.random() < .08:                                  # a brief
        body, captions = body[:r.randint(1, 3)], captions[:1]
    done = simple(s.random(), head, lead, body, captions, s, r)
    if done:
        return done
    top, under = head_of(head, body, others, s, r)
    if r.random() < .08:
        return spaced(top + listing(head, lead, others, s, r), s, r)
    body = text_of(lead, with_captions(merged(with_headings(body, r), r), captions, r), captions, others, r)
    if r.random() < .7 and body[0] != lead:
        body = [lead] + body
    if s.random() < .15:                                  # links to other pages in the midst
        for o in r.sample(others, r.randint(1, 3)):
            body = body[:(at := r.randint(1, len(body)))] + teaser(o, s, r, 0, 90)[s.choice([0, 2, 3, 11])] + body[at:]
    if r.random() < .06:
        body = body + comments(body, r)
    tail = tail_of(others, s, r)
    head = s.choice(["# ", "## ", "**", "* *", ">>", "[Video]", "[Ảnh] ", "- "]) + head if s.random() < .12 else head
    blocks = top + [head] + under + body + (tail if r.random() < .9 else [])
    if s.random() < .06:
        blocks[-1] += s.choice(["*", "**", ".*", "]", ">", " >>", " |", "/."])
    return spaced(blocks, s, r)


# --- streams of pages ---------------------------------------------------------------------------------------------------------------

def pairs(page):
    w = page.lower().split()
    return set(zip(w, w[1:]))


def chained(pages, r):
    """an order in which a page mostly follows one that speaks of the like, as in archives of one subject"""
    left, out = [(p, pairs(p)) for p in pages], []
    last = left.pop(r.randrange(len(left)))
    while left:
        out.append(last[0])
        near = max(r.sample(range(len(left)), min(len(left), r.choice([1, 8, 30]))), key=lambda i: len(left[i][1] & last[1]) / (len(left[i][1]) + 50))
        last = left.pop(near)
    return out + [last[0]]


SITES = 12        # in a stream


def news_streams(raw, r, join):
    """raw in streams of 60 pages of some sites each; join makes one text of pages"""
    others = [p[:2] for p in (parts(x) for x in raw[:400]) if p]
    out = []
    for i in range(0, len(raw), 60):
        sites = [r.random() for _ in range(SITES)]
        chunk = raw[i:i + 60]
        if r.random() < .6:
            chunk = chained(chunk, r)
        pages = [q for q in (laid_out(x, others, r.choice(sites), r) for x in chunk) if q]
        out.append(join(pages, r))
    return out
